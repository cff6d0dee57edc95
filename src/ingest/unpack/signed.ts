/**
 * A file or mail wrapped in its signature (S/MIME, RFC 8551 §3.5.2; CAdES on invoices, ".xml.p7m"): CMS signed data
 * (RFC 5652 §5.1). The signature is not checked: what it wraps counts for no more than if it came without.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { type AsnType, Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { headBytes, judgeMediaType, mediaTypes } from '../mime/media-type.ts';
import type { Container, Contents } from './container.ts';
import { createFileWriter, UnpackRefused } from './file-writer.ts';
import { unpackMail } from './mail.ts';

/** Streaming signers cut the content into pieces, each a node. */
const nodesMax = 200_000;
const signedData = '1.2.840.113549.1.7.2';

export async function unpackSigned(container: Container, contents: Contents): Promise<void> {
  const { signedBytes } = container.limits;
  if ((await stat(container.file)).size > signedBytes) {
    throw new UnpackRefused('signed_too_big', `it has more than the ${signedBytes} bytes that are unwrapped`);
  }
  const content = contentOf(await readFile(container.file));
  // A signature alone: what it signs lies beside it.
  if (content === null) return;
  const mediaType = await judgeMediaType(content.subarray(0, headBytes), null);
  if (mediaType === mediaTypes.mail || mediaType === mediaTypes.text) {
    const file = `${container.file}-unwrapped`;
    await writeFile(file, content, { mode: 0o600 });
    return await unpackMail({ ...container, file }, contents);
  }
  const fileName = container.fileName?.replace(/\.p7[ms]$/i, '') ?? null;
  contents.parts.push(
    await createFileWriter(container).write({ fileName, packedBytes: null, content: once(content) }),
  );
}

/** What the structure wraps, or null where it wraps nothing. @throws UnpackRefused when it is not what it begins as. */
function contentOf(bytes: Uint8Array): Uint8Array | null {
  const { offset, result } = fromBER(bytes, {
    maxNodes: nodesMax,
    maxContentLength: bytes.length,
    parseEmbedded: false,
    copyInput: false,
  });
  if (offset < 0) throw damaged();
  const [type, wrapped] = membersOf(result);
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== signedData) throw damaged();
  // SignedData ::= SEQUENCE { version, digestAlgorithms, encapContentInfo, … }
  const [, , encapsulated] = membersOf(membersOf(wrapped)[0]);
  // EncapsulatedContentInfo ::= SEQUENCE { eContentType, eContent [0] EXPLICIT OCTET STRING OPTIONAL }
  const [contentType, explicit] = membersOf(encapsulated);
  if (!contentType) throw damaged();
  if (!explicit) return null;
  const [content] = membersOf(explicit);
  if (!(content instanceof OctetString)) throw damaged();
  return new Uint8Array(content.getValue());
}

function membersOf(node: AsnType | undefined): AsnType[] {
  return node instanceof Sequence || node instanceof Constructed ? node.valueBlock.value : [];
}

function damaged(): UnpackRefused {
  return new UnpackRefused('signed_damaged', 'it begins as signed data, but its structure is damaged');
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
