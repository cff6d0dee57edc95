/**
 * `npm run demo`: the two stories on this machine, in about a minute: files are copied and nobody is told
 * (docs/protocol.md), and the books are handed over and back (docs/handover.md). Ends with 0 only when the sums close.
 * `--keep` leaves everything running to play with; `--json` prints the sums for programs.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/errors.ts';
import { type Closing, closeSums } from './closing.ts';
import { createPost } from './generator/mails.ts';
import { bad, chapter, good, narrateTo, say, table, tell } from './narrator.ts';
import { handOverAndBack } from './said-aloud.ts';
import { company, mailUser, type Stage, setStage } from './stage.ts';
import { playStory } from './story.ts';

const { values } = parseArgs({
  options: {
    keep: { type: 'boolean' },
    'without-dovecot': { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  process.stdout.write(
    'npm run demo [-- options]\n  --keep             leave everything running to play with\n  --without-dovecot  use the mail server in this process, as on a machine without Dovecot\n  --json             print the sums for programs\n',
  );
  process.exit(0);
}
if (values.json) narrateTo(process.stderr);

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

process.exitCode = await demonstrate();

async function demonstrate(): Promise<number> {
  tell('Setting the stage …');
  const stage = await setStage({ withoutDovecot: values['without-dovecot'] ?? false });
  try {
    const closing = await Promise.race([play(stage), interruption()]);
    if (closing === null) return 130;
    if (values.json) process.stdout.write(`${JSON.stringify(closing, null, 2)}\n`);
    if (values.keep) await stay(stage);
    return closing.faults.length === 0 ? 0 : 1;
  } catch (error) {
    bad(messageOf(error));
    return 1;
  } finally {
    await stage.strike();
  }
}

async function play(stage: Stage): Promise<Closing> {
  const post = createPost({ seed: 2026, to: company.address, buyer: company });
  const tale = await playStory(stage, post);
  const absence = await handOverAndBack(stage, post, tale.mails.length);
  const closing = await closeSums(stage, tale, absence);
  showSums(closing);
  return closing;
}

async function interruption(): Promise<null> {
  if (!interrupted.signal.aborted) await once(interrupted.signal, 'abort');
  return null;
}

function showSums(closing: Closing): void {
  chapter('The sums', 'counted in the copy itself');
  table([
    ['mails', closing.mails],
    ['invoices arrived', closing.arrived],
    ['standing in the copy', closing.applied],
    ['deleted by the bookkeeper', closing.deletedByPeople, 'and left so'],
    ['overwritten', closing.overwritten],
    [
      'healed',
      closing.healed,
      `${(closing.healedInMs / 1000).toFixed(1)} s after the copy; one was there by hand, and is linked`,
    ],
    ['for a person', closing.forPerson, 'in doubt: kept, and shown with the reason'],
    ['waited while the books were away', closing.waited],
    ['applied when they were back', closing.appliedAfterwards, 'by themselves'],
    ['lost', closing.lost],
    ['twice', closing.twice],
  ]);
  say('');
  for (const fault of closing.faults) bad(fault);
  if (closing.faults.length === 0) good('The sums close: 0 lost, 0 twice.');
}

async function stay({ folder, mailServer, worker }: Stage): Promise<void> {
  chapter('Your turn', 'everything is still running');
  say(`  export STAGING_POST_DIR=${folder}`);
  say('  npx staging-post status                      how everything stands');
  say('  npx staging-post invoice list                what was read, and what waits for a person');
  say(`  cp ${folder}/laptop.db ${folder}/cloud.db    overwrite it again`);
  say(
    '  npx staging-post authority checkout nordvik --to away --by you    hand the books over; checkin brings them back',
  );
  say(`  kill -9 ${worker.pid}                                the worker; its log is ${folder}/worker.log`);
  const lines = createInterface({ input: process.stdin });
  const post = createPost({ seed: Date.now(), to: company.address, buyer: company });
  lines.on('line', () => {
    void (async () => {
      const { kind, raw } = await post.next();
      await mailServer.deliver(mailUser, raw);
      tell(`Another mail arrived (${kind}).`);
    })();
  });
  say('\nEnter sends another mail; Ctrl-C ends it all and clears it away.');
  await interruption();
  lines.close();
}
