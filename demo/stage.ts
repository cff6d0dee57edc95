/** The stage: a folder for everything, a mail server, the company's database files, the program and its worker. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccounting } from './accounting.ts';
import { type MailServer, startMailServer } from './mail-server/mail-server.ts';
import { type Program, programIn, type Worker } from './program.ts';

export const company = {
  slug: 'nordvik',
  name: 'Nordvik Bygg AB',
  /** Invented, with a valid check digit. */
  organisationNumber: '5590123450',
  vatId: 'SE559012345001',
  address: 'faktura@nordvik.example',
} as const;

export const mailUser = 'faktura';
export const passwordVariable = 'STAGING_POST_PASSWORD_FAKTURA';

export interface Stage {
  readonly folder: string;
  /** The company's accounting database "in the cloud": the copy that is authoritative. */
  readonly cloud: string;
  /** Where the bookkeeper takes it home to. */
  readonly laptop: string;
  readonly mailServer: MailServer;
  readonly program: Program;
  /** The worker that runs now. */
  worker: Worker;
  strike(): Promise<void>;
}

export async function setStage(options: { withoutDovecot?: boolean } = {}): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-demo-'));
  // The embedded PostgreSQL, which is never root, must pass through.
  await chmod(folder, 0o711);
  const cloud = path.join(folder, 'cloud.db');
  createAccounting(cloud);
  const mailServer = await startMailServer({ users: [mailUser] }, options);
  try {
    const program = programIn(folder, { [passwordVariable]: mailServer.password(mailUser) });
    const stage: Stage = {
      folder,
      cloud,
      laptop: path.join(folder, 'laptop.db'),
      mailServer,
      program,
      worker: await program.startWorker(),
      async strike() {
        await stage.worker.stop();
        await mailServer.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
    return stage;
  } catch (error) {
    await mailServer.stop();
    throw error;
  }
}
