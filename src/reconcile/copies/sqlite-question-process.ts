/** The process of sqlite-question.ts: one question on stdin, one answer on stdout. It may be killed at any moment. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { textOf } from './sql-transaction.ts';
import type { Answer, Question } from './sqlite-question.ts';

/** As long as others may keep the file locked; the whole process has its own, longer limit. */
const busyMs = 2_000;

/** Of one text or blob, also on the way to the answer. SQLite's own limit of its heap has no effect in Node's build of it. */
const valueBytesMax = 1_024 * 1_024;

function answer({ file, query, rowsMax }: Question): Answer {
  try {
    const database = new DatabaseSync(file, { timeout: busyMs, limits: { length: valueBytesMax } });
    try {
      database.exec('pragma trusted_schema = off; pragma query_only = on');
      // As the inner query of a SELECT it can be nothing else.
      const statement = database.prepare(`select * from (${query}) asked limit ${rowsMax}`);
      statement.setReturnArrays(true);
      const rows = statement.all() as unknown as unknown[][];
      return { rows: rows.map(([value]) => textOf(value)) };
    } finally {
      database.close();
    }
  } catch (error) {
    const { message, errcode } = error as { message: string; errcode?: number };
    return { refused: { message, ...(errcode === undefined ? {} : { errcode }) } };
  }
}

const question = JSON.parse(readFileSync(0, 'utf8')) as Question;
process.stdout.write(JSON.stringify(answer(question)));
