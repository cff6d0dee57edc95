import type { Language } from './language.ts';

export const spanish: Language = {
  code: 'es',
  labels: {
    invoiceNumber: {
      anywhere: `número de factura, nº de factura, nº factura, factura nº, factura número, factura no, num factura, núm factura, nº fra, factura núm, número factura, no factura, no de factura, núm de factura, fra nº, número de abono, nº abono, abono nº, factura rectificativa nº, factura rectificativa número, nº factura rectificativa, nº de factura rectificativa, número de la factura, nota de crédito nº, nº de abono, nº de la factura, número de factura rectificativa, factura num`,
      atStart: `factura, número, nº, abono, nº documento, número de documento, documento, documento nº, fra, factura rectificativa`,
    },
    issueDate: {
      anywhere: `fecha de factura, fecha factura, fecha de emisión, fecha emisión, fecha de expedición, fecha expedición, fecha de la factura, emitida el, emitido el, fecha fra, expedida el, fecha de facturación, fecha del abono, fecha abono, fecha de abono`,
      atStart: `fecha, fecha documento, fecha de documento, fecha del documento`,
    },
    dueDate: {
      anywhere: `fecha de vencimiento, vencimiento, fecha vencimiento, fecha de pago, vence, vence el, fecha límite de pago, pagar antes del, a pagar antes del, fecha vto, vto, vencimientos, fecha de vto, pagadero el, pagadero antes del, vencimiento el, a pagar el, fecha límite, fecha del vencimiento`,
    },
    terms: {
      anywhere: `condiciones de pago, plazo de pago, términos de pago, condición de pago, forma y plazo de pago`,
    },
    currency: { anywhere: `moneda, divisa` },
    net: {
      anywhere: `base imponible, total sin iva, importe neto, total neto, importe sin iva, total base imponible, total bruto, base imponible total, importe base, total antes de impuestos, total base, importe bruto, subtotal, sub total, base total`,
      atStart: `base, neto, suma, sin iva`,
    },
    vat: {
      anywhere: `cuota iva, importe iva, total iva, iva total, cuota de iva, importe del iva, importe de iva, total impuestos, impuesto sobre el valor añadido, total cuota iva, cuota total, total cuota, iva repercutido, cuota i v a, total i v a, importe impuestos`,
      atStart: `iva, i v a, igic, impuesto, impuestos, cuota`,
    },
    rounding: { anywhere: `redondeo, ajuste por redondeo` },
    gross: {
      anywhere: `total factura, importe total, total con iva, total iva incluido, total factura eur, importe factura, total de la factura, total general, total abono, importe total factura, importe total de la factura, total euros, importe total con iva, total documento, total con impuestos, precio total, total de la factura rectificativa`,
      atStart: `total, iva incluido, importe, total eur`,
    },
    payable: {
      anywhere: `total a pagar, a pagar, importe a pagar, líquido a percibir, total a abonar, líquido, neto a pagar, pendiente de pago, importe pendiente, saldo pendiente, total líquido, importe líquido, total a ingresar, total a percibir, cantidad a pagar, total pendiente, a abonar, importe a abonar, total a devolver, importe a devolver, a devolver, importe a su favor, líquido a pagar, total a cobrar, importe total a pagar`,
    },
    prepaid: {
      anywhere: `anticipo, entrega a cuenta, pagado, pagado a cuenta, importe pagado, entregas a cuenta, anticipos, ya pagado, retención, retención irpf, irpf, retención i r p f, retenciones, retención a cuenta, retención de irpf, importe retención, cuota irpf, retención a cuenta irpf, anticipo recibido`,
    },
    earlierBalance: { anywhere: `saldo anterior, deuda anterior, importe anterior pendiente` },
    organisationNumber: { anywhere: `hoja registral, nº de hoja, hoja nº, hoja` },
    vatId: {
      anywhere: `nif, cif, n i f, c i f, nif/cif, cif/nif, nif iva, número de iva, nif intracomunitario, número de identificación fiscal, nif vat, código de identificación fiscal, n i f/c i f, c i f/n i f, nº de identificación fiscal, vat/nif, cif/vat`,
    },
    buyerVatId: {
      anywhere: `nif cliente, cif cliente, nif del cliente, cif del cliente, su nif, su cif, nif/cif cliente, nif destinatario, nif comprador, cif/nif cliente, nif del destinatario`,
    },
    account: {
      anywhere: `cuenta bancaria, número de cuenta, nº de cuenta, nº cuenta, cuenta, cuenta corriente, c/c, ccc, datos bancarios, cuenta nº, en la cuenta, a la cuenta, nuestra cuenta, código cuenta cliente, a nuestra cuenta`,
      atStart: `banco, entidad`,
    },
    buyerAccount: {
      anywhere: `su cuenta, cargo en su cuenta, cuenta de cargo, iban cliente, cuenta del cliente, domiciliado en, domiciliado en la cuenta, cuenta de domiciliación`,
    },
    paymentReference: {
      anywhere: `concepto de pago, concepto de la transferencia, referencia de pago, indique en el concepto, concepto transferencia, referencia pago, indicando como concepto, indicando en el concepto, concepto del pago`,
      atStart: `referencia, concepto, ref`,
    },
    order: {
      anywhere: `número de pedido, nº de pedido, nº pedido, su pedido, pedido nº, pedido, pedido número, orden de compra, orden de compra nº, su pedido nº, nº pedido cliente, núm pedido, s/pedido, nº orden de compra`,
    },
    buyerReference: {
      anywhere: `su referencia, s/ref, su ref, referencia cliente, a la atención de, referencia del cliente, ref cliente, solicitado por, atención, contacto cliente`,
    },
    preceding: {
      anywhere: `factura rectificada, rectifica la factura, factura que se rectifica, rectifica a la factura, factura original, abono de la factura, abono factura, anula la factura, nº factura rectificada, factura rectificada nº, rectifica a, abono sobre factura, relativa a la factura, factura de origen, abono de factura nº, número de factura rectificada, nº de factura rectificada, rectifica factura, rectifica la factura nº, rectificativa de la factura, rectificativa de la factura nº, abono de la factura nº`,
    },
    sellerName: { anywhere: `nombre del emisor` },
    payee: { anywhere: `beneficiario, titular, titular de la cuenta, a favor de, a nombre de` },
    buyerName: { anywhere: `nombre del cliente, nombre cliente` },
    otherDate: {
      anywhere: `fecha de entrega, fecha pedido, fecha de pedido, fecha operación, fecha de operación, período, periodo, periodo de facturación, período de facturación, fecha de servicio, fecha albarán, fecha de albarán, fecha de envío, fecha de impresión, fecha de la operación, fecha de prestación, fecha valor, fecha del pedido, fecha de lectura`,
    },
    otherNumber: {
      anywhere: `nº cliente, número de cliente, cód cliente, código cliente, código de cliente, nº de cliente, cliente nº, albarán nº, nº albarán, albarán, nº contrato, número de contrato, contrato, contrato nº, proyecto, nº proyecto, presupuesto nº, nº presupuesto, expediente, nº expediente, nº proveedor, código proveedor, cups, nº póliza, póliza, obra, nº obra, nº de serie, número de albarán, nº de contrato, cuenta de cliente, nº de proveedor`,
    },
    other: {
      anywhere: `forma de pago, método de pago, modo de pago, medio de pago, teléfono, tel, tfno, tlf, móvil, fax, e mail, correo electrónico, correo, email, web, página, pág, página web, bic, swift, dirección, domicilio, domicilio fiscal, domicilio social, registro mercantil, inscrita en el registro mercantil, tipo iva, tipo de iva, observaciones, vendedor, atendido por, comercial, contacto, persona de contacto, transportista, portes, recargo de equivalencia, nuestra referencia, n/ref, intereses de demora, condiciones de entrega, notas, código postal`,
      atStart: `descripción, cantidad, precio, artículo, unidad, dto, descuento, uds, tipo`,
    },
  },
  sums: {
    total: `total, importe, importe total, suma, total factura`,
    without: `sin, antes de`,
    with: `con`,
    tax: `iva, impuestos, i v a`,
    toPay: `a pagar, a abonar`,
  },
  columns: {
    description: `descripción, concepto, detalle, artículo, producto, servicio, denominación, conceptos`,
    article: `referencia, ref, código, cód, código artículo`,
    quantity: `cantidad, cant, uds, unidades, horas`,
    unit: `unidad, ud, medida`,
    unitPrice: `precio, precio unitario, precio unidad, precio ud, p unitario, precio/unidad, tarifa, p unit, precio unit`,
    discount: `dto, descuento, dto %, % dto`,
    vatRate: `iva, % iva, iva %, tipo iva`,
    lineNet: `importe, total, subtotal, importe neto, neto, precio total, base imponible`,
    position: `línea, pos`,
  },
  invoiceTitles: `factura, factura simplificada, factura ordinaria, factura de venta, factura electrónica, minuta, minuta de honorarios, factura completa`,
  creditTitles: `factura rectificativa, abono, nota de crédito, factura de abono, nota de abono, factura abono`,
  notInvoiceTitles: {
    reminder: `recordatorio de pago, reclamación de pago, recordatorio, factura vencida, facturas vencidas, segundo recordatorio, carta de reclamación, último aviso, aviso de impago, reclamación de deuda, aviso de vencimiento, requerimiento de pago, recordatorio de factura, factura impagada, primer aviso, segundo aviso, recordatorio de factura pendiente, aviso de pago pendiente`,
    debt_collection: `gestión de cobro, requerimiento previo, reclamación judicial, burofax`,
    interest_invoice: `factura de intereses, nota de intereses, factura de intereses de demora`,
    statement: `extracto de cuenta, estado de cuenta, extracto, relación de facturas, extracto de cliente, facturas pendientes, relación de facturas pendientes, extracto de movimientos, confirmación de saldo, confirmación de saldos`,
    delivery_note: `albarán, albarán de entrega, nota de entrega, albarán de salida, carta de porte, lista de embalaje`,
    order_confirmation: `confirmación de pedido, confirmación del pedido, confirmación de reserva, acuse de pedido`,
    purchase_order: `pedido, orden de compra, pedido de compra`,
    quotation: `presupuesto, oferta, cotización, oferta comercial, oferta económica, propuesta comercial, propuesta económica`,
    pro_forma: `factura proforma, factura pro forma`,
    receipt: `recibo, justificante de pago, comprobante de pago, recibí, confirmación de pago, ticket de compra, recibo de pago`,
    remittance_advice: `aviso de transferencia, orden de pago, aviso de pago`,
    terms_and_conditions: `condiciones generales, condiciones generales de venta, términos y condiciones, condiciones de uso, condiciones generales de contratación`,
    contract: `contrato, contrato de arrendamiento, contrato de servicios, convenio`,
    notice: `lista de precios, tarifas, nómina, circular, boletín, acta, tarifa de precios`,
  },
  buyerHeadings: `cliente, facturar a, datos del cliente, destinatario, comprador, dirección de facturación, dirección de envío, dirección de entrega, facturado a, enviar a, datos de facturación, receptor, dirección de factura, para, entregar a, adquirente, datos cliente, deudor`,
  sellerHeadings: `emisor, vendedor, proveedor, datos del emisor, de, expedidor, datos de la empresa, acreedor`,
<<<<<<< HEAD
  ofBuyer: `cliente, del cliente, comprador, del comprador, destinatario, del destinatario, receptor, del receptor`,
=======
  ofBuyer: `cliente, del cliente, destinatario, del destinatario, comprador, del comprador, adquirente, del adquirente`,
>>>>>>> s9-tongues
  datedWords: `de fecha, con fecha, con fecha de, de, del, fecha`,
  dateLeads: `el, del, al, a, antes del, hasta el, con fecha, de fecha`,
  dayWords: `días, día, d`,
  paying: `pag, abon, transfer, ingres`,
  byDay: `antes del, hasta el, el, a más tardar el, no más tarde del, con vencimiento el, antes de`,
  withinDays: `en, en un plazo de, dentro de, en el plazo de, plazo de, a`,
  monthEnd: `fin de mes, final de mes`,
  paidBefore: `recib, contabiliz, cobrad`,
  debitServices: '',
  directDebit: `domiciliación bancaria, recibo domiciliado, se cargará en su cuenta, será cargado en su cuenta, giro bancario, adeudo directo, domiciliación en cuenta, adeudo en cuenta`,
  paidAlready: `pagado con tarjeta, factura pagada, pagado el, ya pagada, pagado por transferencia, pagada con tarjeta, cobrado, pagado mediante`,
  notPaidAlready: `hasta, si, cuando, en caso, una vez, anterior`,
  reverseCharge: `inversión del sujeto pasivo, operación intracomunitaria, entrega intracomunitaria, entrega intracomunitaria exenta`,
  selfBilling: `autofactura, autofacturación, facturación por el destinatario`,
  earlyPayment: `descuento por pronto pago, pronto pago, dto pronto pago, descuento pronto pago`,
  otherwise: `o bien, en caso contrario`,
  withoutDiscount: `sin`,
  assigned: `cedido a, ha sido cedido, ha sido cedida, han sido cedidos, cesión de crédito, contrato de factoring, pago liberatorio, efectos liberatorios, cedida a, endosado a, crédito cedido`,
  sellerAfter: `en nombre y por cuenta de, por cuenta de, en nombre de, es una marca de, es una marca comercial de, marca comercial de, es un nombre comercial de`,
  agentAfter: `representado por, representada por`,
  months: {
    ene: 1,
    feb: 2,
    mar: 3,
    abr: 4,
    may: 5,
    jun: 6,
    jul: 7,
    ago: 8,
    sep: 9,
    set: 9,
    oct: 10,
    nov: 11,
    dic: 12,
  },
  dayFirst: true,
  impliedCurrency: 'EUR',
  country: 'ES',
};
