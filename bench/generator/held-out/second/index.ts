/** Layouts drawn after the others of the held-out ones: an index of their own, so that the first look at them is theirs alone. */
import type { InvoiceLayout, OtherPaper } from '../../layout.ts';
import { architectPhases } from './architect-phases.ts';
import { cableWholesale } from './cable-wholesale.ts';
import { clinicVisits } from './clinic-visits.ts';
import { danishLaw } from './danish-law.ts';
import { danishPower } from './danish-power.ts';
import { danishPublicBuyer } from './danish-public-buyer.ts';
import { dutchStaffing } from './dutch-staffing.ts';
import { englishAccountsForm } from './english-accounts-form.ts';
import { englishRetainer } from './english-retainer.ts';
import { fairStand } from './fair-stand.ts';
import { finnishCourier } from './finnish-courier.ts';
import { finnishProperty } from './finnish-property.ts';
import { finnishStaffing } from './finnish-staffing.ts';
import { frenchWholesale } from './french-wholesale.ts';
import { garageOrder } from './garage-order.ts';
import { germanGroupSupply } from './german-group-supply.ts';
import { germanOfficeApp } from './german-office-app.ts';
import { germanTaxAdviser } from './german-tax-adviser.ts';
import { norwegianCleaning } from './norwegian-cleaning.ts';
import { norwegianHotel } from './norwegian-hotel.ts';
import { norwegianTelephony } from './norwegian-telephony.ts';
import { offeredPapers } from './offered-papers.ts';
import { owedPapers } from './owed-papers.ts';
import { parkingPermits } from './parking-permits.ts';
import { shopPlugin } from './shop-plugin.ts';
import { translatedWords } from './translated-words.ts';

export const layouts: readonly InvoiceLayout[] = [
  architectPhases,
  cableWholesale,
  clinicVisits,
  danishLaw,
  danishPower,
  danishPublicBuyer,
  dutchStaffing,
  englishAccountsForm,
  englishRetainer,
  fairStand,
  finnishCourier,
  finnishProperty,
  finnishStaffing,
  frenchWholesale,
  garageOrder,
  germanGroupSupply,
  germanOfficeApp,
  germanTaxAdviser,
  norwegianCleaning,
  norwegianHotel,
  norwegianTelephony,
  parkingPermits,
  shopPlugin,
  translatedWords,
];

export const papers: readonly OtherPaper[] = [...offeredPapers, ...owedPapers];
