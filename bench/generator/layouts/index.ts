/** The layouts that readers may be developed against. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { layoutsAbroad, papersAbroad } from './abroad/index.ts';
import { association } from './association.ts';
import { authorityFee } from './authority-fee.ts';
import { bankgiroSlip } from './bankgiro-slip.ts';
import { bilingualConsultancy } from './bilingual-consultancy.ts';
import { builder } from './builder.ts';
import { buildingStage } from './building-stage.ts';
import { captionsBelow } from './captions-below.ts';
import { consultantLetter } from './consultant-letter.ts';
import { craftsmanRot } from './craftsman-rot.ts';
import { danishCraft } from './danish-craft.ts';
import { danishHeat } from './danish-heat.ts';
import { danishModern } from './danish-modern.ts';
import { danishPaymentCard } from './danish-payment-card.ts';
import { dutchBand } from './dutch-band.ts';
import { dutchBureau } from './dutch-bureau.ts';
import { dutchSelfEmployed } from './dutch-selfemployed.ts';
import { englishFromAbroad } from './english-from-abroad.ts';
import { englishSoftware } from './english-software.ts';
import { englishStudio } from './english-studio.ts';
import { factoring } from './factoring.ts';
import { finnishGiro } from './finnish-giro.ts';
import { finnishService } from './finnish-service.ts';
import { finnishTwoLanguages } from './finnish-two-languages.ts';
import { finnishUpkeep } from './finnish-upkeep.ts';
import { foodWholesaler } from './food-wholesaler.ts';
import { forwarder } from './forwarder.ts';
import { freelancerApp } from './freelancer-app.ts';
import { frenchLetter } from './french-letter.ts';
import { frenchMicro } from './french-micro.ts';
import { frenchTable } from './french-table.ts';
import { germanCraft } from './german-craft.ts';
import { germanDin } from './german-din.ts';
import { germanHosting } from './german-hosting.ts';
import { germanStage } from './german-stage.ts';
import { haulier } from './haulier.ts';
import { hotelFolio } from './hotel-folio.ts';
import { ibanGrid } from './iban-grid.ts';
import { insurancePremium } from './insurance-premium.ts';
import { meteredSoftware } from './metered-software.ts';
import { moneyPapers } from './money-papers.ts';
import { morePapers } from './more-papers.ts';
import { norwegianBooks } from './norwegian-books.ts';
import { norwegianGiro } from './norwegian-giro.ts';
import { norwegianHours } from './norwegian-hours.ts';
import { norwegianMunicipality } from './norwegian-municipality.ts';
import { norwegianPower } from './norwegian-power.ts';
import { norwegianTrade } from './norwegian-trade.ts';
import { oddPapers } from './odd-papers.ts';
import { otherPapers } from './other-papers.ts';
import { plusgiroPanel } from './plusgiro-panel.ts';
import { powerBill } from './power-bill.ts';
import { rentNotice } from './rent-notice.ts';
import { smallFirm } from './small-firm.ts';
import { telephoneBill } from './telephone-bill.ts';
import { tradeCounter } from './trade-counter.ts';
import { tradePapers } from './trade-papers.ts';
import { waterworks } from './waterworks.ts';
import { webInvoice } from './web-invoice.ts';
import { wholesaleList } from './wholesale-list.ts';
import { wireTransfer } from './wire-transfer.ts';

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
  smallFirm,
  craftsmanRot,
  rentNotice,
  association,
  bilingualConsultancy,
  buildingStage,
  waterworks,
  insurancePremium,
  haulier,
  foodWholesaler,
  captionsBelow,
  factoring,
  authorityFee,
  norwegianBooks,
  norwegianPower,
  norwegianMunicipality,
  norwegianHours,
  danishPaymentCard,
  danishHeat,
  finnishTwoLanguages,
  finnishUpkeep,
  meteredSoftware,
  hotelFolio,
  tradeCounter,
  englishFromAbroad,
  forwarder,
  germanHosting,
  germanStage,
  dutchBureau,
  frenchMicro,
  webInvoice,
  wireTransfer,
  ...oddPapers,
  ...layoutsAbroad,
];

export const papers: readonly OtherPaper[] = [
  ...otherPapers,
  ...morePapers,
  ...moneyPapers,
  ...tradePapers,
  ...papersAbroad,
];
