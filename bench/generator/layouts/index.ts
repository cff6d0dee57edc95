/** The layouts that readers may be developed against. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { bankgiroSlip } from './bankgiro-slip.ts';
import { consultantLetter } from './consultant-letter.ts';
import { danishCraft } from './danish-craft.ts';
import { dutchBand } from './dutch-band.ts';
import { englishSoftware } from './english-software.ts';
import { finnishGiro } from './finnish-giro.ts';
import { frenchTable } from './french-table.ts';
import { germanDin } from './german-din.ts';
import { norwegianTrade } from './norwegian-trade.ts';
import { oddPapers } from './odd-papers.ts';
import { otherPapers } from './other-papers.ts';
import { plusgiroPanel } from './plusgiro-panel.ts';
import { powerBill } from './power-bill.ts';
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
  ...oddPapers,
];

export const papers: readonly OtherPaper[] = otherPapers;
