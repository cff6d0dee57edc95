import Sequencer from '@jest/test-sequencer';

/** Where the tests that take minutes are: begun last, one of them would run alone at the end. */
const longest = ['/journeys/', '/simulation/'];

/** jest knows by itself which files took long, but not in a fresh clone, and CI has nothing else. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => longest.findIndex((folder) => path.includes(folder)) >>> 0;
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}
