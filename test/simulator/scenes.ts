/** What goes wrong together in life; chance alone would seldom come to it. Each is a row of deeds, by their names. */
import { calm, commandsEnd } from './deed.ts';

export const mails = 'mails arrive';
const takeHome = 'somebody takes a copy home';
const copyBack = 'a copy is copied back over';
const falls = 'a worker will fall asleep';
const wakes = 'a worker wakes';
const reconciles = 'a worker reconciles';
const travels = 'the data travels, then the authority moves';
const moves = 'the authority moves';
const renews = 'the authority is renewed where it is';
const backUp = 'the ledger is backed up';
const restore = 'the ledger is restored';
const decides = 'a person decides';
const registers = 'a person registers an invoice by hand';
const drops = 'our tables are dropped';
const registersOther = 'a person registers an invoice with another amount';
const resolves = 'a person resolves a conflict';
const deletes = 'a person deletes a row';
const audits = 'somebody audits the book';
const answers = 'a person answers for what vanished';
const checksOut = 'somebody checks the book out';
const checksIn = 'somebody checks the book in';
const goesAway = 'the book goes away';
const comesBack = 'the book comes back, copied by hand';
const outDies = 'a checkout dies half-way';
const inDies = 'a checkin dies half-way';
const takesPolicy = 'a found check-in is to be taken as one';
const rowsAlone = 'the table of invoices alone is restored';
const oursAlone = 'our two tables alone are restored';
const outOfReach = 'a copy is out of reach';
const inReach = 'every copy is in reach';

export const scenes: readonly (readonly string[])[] = [
  [takeHome, mails, calm, copyBack, reconciles],
  [mails, calm, takeHome, mails, calm, takeHome, copyBack, mails, calm, copyBack, calm],
  [takeHome, mails, falls, copyBack, reconciles, wakes],
  [mails, falls, reconciles, decides, calm, wakes, calm],
  [mails, falls, travels, calm, wakes],
  [mails, falls, moves, calm, wakes, reconciles],
  [mails, falls, moves, mails, moves, wakes, calm],
  [mails, falls, travels, commandsEnd, wakes, reconciles],
  [mails, falls, moves, commandsEnd, wakes],
  [mails, decides, decides, calm, registers, calm],
  [mails, decides, calm, drops, calm],
  [takeHome, travels, mails, calm, copyBack, moves],
  [mails, falls, renews, commandsEnd, wakes, calm],
  [mails, falls, travels, commandsEnd, wakes, calm],
  [mails, calm, takeHome, mails, falls, copyBack, commandsEnd, wakes, calm],
  [takeHome, mails, calm, copyBack, falls, reconciles, calm, wakes, calm],
  [mails, falls, mails, reconciles, calm, wakes, reconciles],
  [backUp, mails, calm, restore, reconciles],
  [backUp, mails, renews, calm, renews, calm, restore, calm],
  [backUp, mails, travels, calm, restore, calm, travels],
  [backUp, takeHome, mails, calm, restore, copyBack, mails],
  [mails, 'a handover dies half-way', reconciles, moves, wakes],
  [mails, checksOut, calm, mails, checksIn, calm],
  [mails, falls, checksOut, commandsEnd, wakes, reconciles],
  [mails, falls, checksOut, commandsEnd, mails, checksIn, wakes, calm],
  [mails, goesAway, mails, calm, comesBack, calm],
  [mails, falls, goesAway, commandsEnd, wakes, mails, comesBack, calm],
  [mails, outDies, reconciles, checksOut, wakes, calm],
  [mails, checksOut, calm, inDies, mails, reconciles, checksIn, calm],
  [takesPolicy, mails, takeHome, travels, calm, takeHome, moves, mails, calm, copyBack, calm],
  [mails, calm, outOfReach, checksOut, calm, mails, inReach, calm, reconciles],
  [takeHome, mails, calm, deletes, audits, calm, copyBack, calm, answers, calm],
  [mails, mails, calm, takeHome, mails, calm, rowsAlone, audits, calm, answers, calm],
  [mails, calm, takeHome, mails, calm, oursAlone, calm],
  [mails, registersOther, calm, resolves, calm],
  [mails, registersOther, decides, calm, takeHome, resolves, calm, copyBack, calm],
];
