/** The history of one thing, oldest first. */
import type { Row } from '../staging/postgres/schema.ts';
import type { Block } from './answer.ts';
import { moment } from './wording.ts';

export function eventsTable(events: readonly Row<'event'>[]): Block {
  return {
    columns: ['when', 'what', 'who', 'why'],
    rows: events.map((event) => [moment(event.at), event.type, event.actor, event.reason]),
    ifEmpty: 'none',
  };
}
