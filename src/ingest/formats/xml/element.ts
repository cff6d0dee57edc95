/** One element of a parsed XML document, and how to find others from it. */
export interface XmlElement {
  namespace: string;
  /** Without its prefix: prefixes are the sender's choice and mean nothing. */
  name: string;
  /** By local name. */
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Its own text, trimmed; not that of its children. */
  text: string;
  parent: XmlElement | null;
  line: number;
}

export interface Selector {
  /** The first element at a path of prefixed names below `from` ("cac:Party/cbc:Name"). */
  readonly first: (from: XmlElement | null | undefined, path: string) => XmlElement | null;
  readonly all: (from: XmlElement | null | undefined, path: string) => XmlElement[];
  /** The first element's text, or null where there is none or it is empty. */
  readonly text: (from: XmlElement | null | undefined, path: string) => string | null;
}

/** Finds elements by paths whose prefixes mean the namespaces given here, whatever prefixes the document uses. */
export function selectorFor(namespaces: Readonly<Record<string, string>>): Selector {
  const all = (from: XmlElement | null | undefined, path: string): XmlElement[] => {
    let found = from ? [from] : [];
    for (const step of path.split('/')) {
      const [prefix = '', name = ''] = step.includes(':') ? step.split(':') : ['', step];
      const namespace = namespaces[prefix] ?? '';
      found = found.flatMap((element) =>
        element.children.filter((child) => child.name === name && child.namespace === namespace),
      );
    }
    return found;
  };
  return {
    all,
    first: (from, path) => all(from, path)[0] ?? null,
    text: (from, path) => all(from, path).find((element) => element.text !== '')?.text ?? null,
  };
}

/** "/Invoice/AccountingSupplierParty/Party/PartyTaxScheme[2]/CompanyID": where an element stands, for evidence. */
export function locationOf(element: XmlElement): string {
  const steps: string[] = [];
  for (let at: XmlElement | null = element; at; at = at.parent) steps.unshift(stepTo(at));
  return `/${steps.join('/')}`;
}

function stepTo(element: XmlElement): string {
  const alike = element.parent?.children.filter((sibling) => sibling.name === element.name) ?? [];
  return alike.length > 1 ? `${element.name}[${alike.indexOf(element) + 1}]` : element.name;
}
