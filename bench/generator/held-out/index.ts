/** The layouts that readers are only measured on. See README.md. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { builder } from './builder.ts';
import { danishModern } from './danish-modern.ts';
import { dutchSelfEmployed } from './dutch-selfemployed.ts';
import { englishStudio } from './english-studio.ts';
import { finnishService } from './finnish-service.ts';
import { freelancerApp } from './freelancer-app.ts';
import { frenchLetter } from './french-letter.ts';
import { germanCraft } from './german-craft.ts';
import { ibanGrid } from './iban-grid.ts';
import { norwegianGiro } from './norwegian-giro.ts';
import { otherPapers } from './other-papers.ts';
import { telephoneBill } from './telephone-bill.ts';

export const layouts: readonly InvoiceLayout[] = [
  ibanGrid,
  telephoneBill,
  builder,
  freelancerApp,
  norwegianGiro,
  danishModern,
  finnishService,
  germanCraft,
  dutchSelfEmployed,
  frenchLetter,
  englishStudio,
];

export const papers: readonly OtherPaper[] = otherPapers;
