import Sequencer from '@jest/test-sequencer';

/** The tests that take minutes, the longest first: begun last, one of them would run alone at the end. */
const longest = [
  '/journeys/kill',
  '/simulation/',
  '/journeys/five-hundred',
  '/journeys/',
  '-killed',
  '/ocr/',
  '/marked-',
];

/** jest knows by itself which files took long, but not in a fresh clone, and CI has nothing else. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => longest.findIndex((part) => path.includes(part)) >>> 0;
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}
