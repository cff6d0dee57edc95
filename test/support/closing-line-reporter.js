/**
 * Ends the run with what this machine could not try, so that a green run claims no more than it tested. A test that only
 * says so bears it in its title ("…: needs Dovecot 2.3", "… is not tried"); skipped tests count as well.
 */
const saysSo = /: needs \S.*$| is not tried$/;

export default class ClosingLineReporter {
  onRunComplete(_contexts, { testResults }) {
    const passedOver = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status, title }) => status === 'pending' || (status === 'passed' && saysSo.test(title)))
      .map(({ title }) => title);
    if (passedOver.length === 0) return;
    process.stderr.write(`Not tried on this machine (${passedOver.length}): ${passedOver.join('; ')}\n`);
  }
}
