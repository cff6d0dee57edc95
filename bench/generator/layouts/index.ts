/** The layouts that readers may be developed against. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { bankgiroSlip } from './bankgiro-slip.ts';
import { builder } from './builder.ts';
import { consultantLetter } from './consultant-letter.ts';
import { danishCraft } from './danish-craft.ts';
import { danishModern } from './danish-modern.ts';
import { dutchBand } from './dutch-band.ts';
import { dutchSelfEmployed } from './dutch-selfemployed.ts';
import { englishSoftware } from './english-software.ts';
import { englishStudio } from './english-studio.ts';
import { finnishGiro } from './finnish-giro.ts';
import { finnishService } from './finnish-service.ts';
import { freelancerApp } from './freelancer-app.ts';
import { frenchLetter } from './french-letter.ts';
import { frenchTable } from './french-table.ts';
import { germanCraft } from './german-craft.ts';
import { germanDin } from './german-din.ts';
import { ibanGrid } from './iban-grid.ts';
import { morePapers } from './more-papers.ts';
import { norwegianGiro } from './norwegian-giro.ts';
import { norwegianTrade } from './norwegian-trade.ts';
import { oddPapers } from './odd-papers.ts';
import { otherPapers } from './other-papers.ts';
import { plusgiroPanel } from './plusgiro-panel.ts';
import { powerBill } from './power-bill.ts';
import { telephoneBill } from './telephone-bill.ts';
import { wholesaleList } from './wholesale-list.ts';

export const layouts: readonly InvoiceLayout[] = [
  bankgiroSlip,
  plusgiroPanel,
  consultantLetter,
  powerBill,
  wholesaleList,
  norwegianTrade,
  danishCraft,
  finnishGiro,
  germanDin,
  dutchBand,
  frenchTable,
  englishSoftware,
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
  ...oddPapers,
];

export const papers: readonly OtherPaper[] = [...otherPapers, ...morePapers];
