/** Every language that pages are read in. Adding one is adding a file and a line here. */
import { common } from './common.ts';
import { czech } from './cs.ts';
import { danish } from './da.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { estonian } from './et.ts';
import { finnish } from './fi.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { Language } from './language.ts';
import { dutch } from './nl.ts';
import { norwegian } from './no.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { swedish } from './sv.ts';

export const languages: readonly Language[] = [
  swedish,
  norwegian,
  danish,
  finnish,
  german,
  dutch,
  french,
  english,
  polish,
  czech,
  estonian,
  italian,
  spanish,
  portuguese,
  common,
];
