/**
 * XML to a small tree, with everything refused that can hurt: no DOCTYPE (so no entities, no external files), and caps
 * on bytes, elements and depth. Namespaces are resolved; saxes checks well-formedness.
 *
 * One DOCTYPE passes, because Finvoice 1 prescribes it: it names Finvoice.dtd and declares nothing. That file is not
 * looked for, so no entity can come out of it either.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ReadingLimits } from '../../reading-limits.ts';
import { decodeXml } from './decode.ts';
import type { XmlElement } from './element.ts';
import { XmlRefused } from './refused.ts';

const harmlessDoctype = /^\s*Finvoice\s+SYSTEM\s+(["'])Finvoice\.dtd\1\s*$/;

/** Parses one XML document. Throws XmlRefused, with a reason for a person, when it is damaged or not to be trusted. */
export function parseXml(bytes: Uint8Array, limits: ReadingLimits['xml']): XmlElement {
  if (bytes.length > limits.bytes) {
    throw new XmlRefused(
      'xml_too_big',
      `the XML has ${bytes.length} bytes, more than the ${limits.bytes} that are read`,
    );
  }
  const builder = createBuilder(limits);
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('doctype', (declaration) => {
    if (harmlessDoctype.test(declaration)) return;
    throw new XmlRefused(
      'xml_doctype',
      'the XML has a DOCTYPE, which no e-invoice needs and attacks are made of',
    );
  });
  parser.on('opentag', (tag) => builder.open(tag, parser.line));
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('closetag', () => builder.close());
  parser.on('error', (error) => {
    throw new XmlRefused('xml_damaged', `the XML is not well-formed: ${error.message.slice(0, 200)}`);
  });
  parser.write(decodeXml(bytes)).close();
  return builder.root();
}

function createBuilder(limits: ReadingLimits['xml']) {
  let root: XmlElement | null = null;
  let current: XmlElement | null = null;
  let elements = 0;
  let depth = 0;
  return {
    open(tag: SaxesTagNS, line: number) {
      elements += 1;
      depth += 1;
      if (elements > limits.elements) {
        throw new XmlRefused(
          'xml_too_big',
          `the XML has more than the ${limits.elements} elements that are read`,
        );
      }
      if (depth > limits.depth) {
        throw new XmlRefused('xml_too_deep', `the XML nests its elements deeper than ${limits.depth}`);
      }
      const element: XmlElement = {
        namespace: tag.uri,
        name: tag.local,
        attributes: new Map(
          Object.values(tag.attributes).map((attribute) => [attribute.local, attribute.value]),
        ),
        children: [],
        text: '',
        parent: current,
        line,
      };
      if (current) current.children.push(element);
      else root = element;
      current = element;
    },
    text(text: string) {
      if (current) current.text += text;
    },
    close() {
      if (current) current.text = current.text.trim();
      current = current?.parent ?? null;
      depth -= 1;
    },
    root(): XmlElement {
      if (!root) throw new XmlRefused('xml_damaged', 'the XML has no element');
      return root;
    },
  };
}
