/**
 * npm run model -- [HANDOVERS=1] [OVERWRITES=0] [HEADS=5] [CRASHES=1] [NO_FENCE] [NO_HEAD] [NO_BRANCH] [NO_RECEIPT]
 *
 * Checks the model within other bounds than the tests do; these are the ones that it has without any. It needs spin and
 * gcc. Ten million states take about 600 MB and 20 seconds of a core; with handovers and overwrites at once they are many more.
 */
import { checkModel } from './check-model.ts';

const { errors, isComplete, states } = await checkModel(...process.argv.slice(2));
console.log(
  `${states} states, ${errors} errors${isComplete || errors > 0 ? '' : ', and not all were looked at'}`,
);
process.exitCode = errors > 0 || !isComplete ? 1 : 0;
