/** The layouts that readers are only measured on. See README.md. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { association } from './association.ts';
import { authorityFee } from './authority-fee.ts';
import { bilingualConsultancy } from './bilingual-consultancy.ts';
import { buildingStage } from './building-stage.ts';
import { captionsBelow } from './captions-below.ts';
import { craftsmanRot } from './craftsman-rot.ts';
import { danishHeat } from './danish-heat.ts';
import { danishPaymentCard } from './danish-payment-card.ts';
import { dutchBureau } from './dutch-bureau.ts';
import { englishFromAbroad } from './english-from-abroad.ts';
import { factoring } from './factoring.ts';
import { finnishTwoLanguages } from './finnish-two-languages.ts';
import { finnishUpkeep } from './finnish-upkeep.ts';
import { foodWholesaler } from './food-wholesaler.ts';
import { forwarder } from './forwarder.ts';
import { frenchMicro } from './french-micro.ts';
import { germanHosting } from './german-hosting.ts';
import { germanStage } from './german-stage.ts';
import { haulier } from './haulier.ts';
import { hotelFolio } from './hotel-folio.ts';
import { insurancePremium } from './insurance-premium.ts';
import { meteredSoftware } from './metered-software.ts';
import { moneyPapers } from './money-papers.ts';
import { norwegianBooks } from './norwegian-books.ts';
import { norwegianHours } from './norwegian-hours.ts';
import { norwegianMunicipality } from './norwegian-municipality.ts';
import { norwegianPower } from './norwegian-power.ts';
import { rentNotice } from './rent-notice.ts';
import { smallFirm } from './small-firm.ts';
import { tradeCounter } from './trade-counter.ts';
import { tradePapers } from './trade-papers.ts';
import { waterworks } from './waterworks.ts';

export const layouts: readonly InvoiceLayout[] = [
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
];

export const papers: readonly OtherPaper[] = [...moneyPapers, ...tradePapers];
