/** The layouts that readers are only measured on. See README.md. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { britishLedger } from './british-ledger.ts';
import { businessCentral } from './business-central.ts';
import { callSpecification } from './call-specification.ts';
import { cloudUsage } from './cloud-usage.ts';
import { collectedDeliveries } from './collected-deliveries.ts';
import { customsOutlay } from './customs-outlay.ts';
import { danishBooks } from './danish-books.ts';
import { danishCraftsman } from './danish-craftsman.ts';
import { danishDistribution } from './danish-distribution.ts';
import { dutchAccountancy } from './dutch-accountancy.ts';
import { dutchGrower } from './dutch-grower.ts';
import { finnishBarcode } from './finnish-barcode.ts';
import { finnishLift } from './finnish-lift.ts';
import { fleetFuel } from './fleet-fuel.ts';
import { frenchOnline } from './french-online.ts';
import { frenchTradesman } from './french-tradesman.ts';
import { germanCashDiscount } from './german-cash-discount.ts';
import { germanMachineParts } from './german-machine-parts.ts';
import { germanSmallTrader } from './german-small-trader.ts';
import { heatReadings } from './heat-readings.ts';
import { lawAccount } from './law-account.ts';
import { leaseTerms } from './lease-terms.ts';
import { manyPages } from './many-pages.ts';
import { matrixPrint } from './matrix-print.ts';
import { newspaperNotice } from './newspaper-notice.ts';
import { norwegianCloud } from './norwegian-cloud.ts';
import { norwegianFreight } from './norwegian-freight.ts';
import { norwegianSubscription } from './norwegian-subscription.ts';
import { officeBoxes } from './office-boxes.ts';
import { openErp } from './open-erp.ts';
import { owingPapers } from './owing-papers.ts';
import { pledgedHours } from './pledged-hours.ts';
import { premisesRent } from './premises-rent.ts';
import { resellerReceipt } from './reseller-receipt.ts';
import { restaurantEvening } from './restaurant-evening.ts';
import { returnedGoods } from './returned-goods.ts';
import { reverseBuilding } from './reverse-building.ts';
import { layouts as secondLayouts, papers as secondPapers } from './second/index.ts';
import { sellingPapers } from './selling-papers.ts';
import { smartform } from './smartform.ts';
import { standardSheet } from './standard-sheet.ts';
import { weighedWaste } from './weighed-waste.ts';
import { writtenPapers } from './written-papers.ts';

export const layouts: readonly InvoiceLayout[] = [
  britishLedger,
  businessCentral,
  callSpecification,
  cloudUsage,
  collectedDeliveries,
  customsOutlay,
  danishBooks,
  danishCraftsman,
  danishDistribution,
  dutchAccountancy,
  dutchGrower,
  finnishBarcode,
  finnishLift,
  fleetFuel,
  frenchOnline,
  frenchTradesman,
  germanCashDiscount,
  germanMachineParts,
  germanSmallTrader,
  heatReadings,
  lawAccount,
  leaseTerms,
  manyPages,
  matrixPrint,
  newspaperNotice,
  norwegianCloud,
  norwegianFreight,
  norwegianSubscription,
  officeBoxes,
  openErp,
  pledgedHours,
  premisesRent,
  resellerReceipt,
  restaurantEvening,
  returnedGoods,
  reverseBuilding,
  smartform,
  standardSheet,
  weighedWaste,
  ...secondLayouts,
];

export const papers: readonly OtherPaper[] = [
  ...owingPapers,
  ...sellingPapers,
  ...writtenPapers,
  ...secondPapers,
];
