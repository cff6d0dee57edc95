import { describe, expect, test } from '@jest/globals';
import { readBodyText } from '../../../src/ingest/mime/body-text.ts';
import type { MailPart } from '../../../src/ingest/mime/part.ts';
import { withFile } from '../support/readers.ts';

async function read(content: string | Uint8Array, mediaType = 'text/plain', charset: string | null = null) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return await withFile('body', bytes, async (file) =>
    readBodyText({ file, mediaType, declaredType: mediaType, charset } as MailPart),
  );
}

const html = 'text/html';

describe('the text of a mail', () => {
  test('is read in the charset that it names, and somehow in one that nobody knows', async () => {
    expect((await read(Buffer.from('R\xe4kning', 'latin1'), 'text/plain', 'iso-8859-1')).text).toBe(
      'Räkning',
    );
    expect((await read(Buffer.from('R\xe4kning', 'latin1'), 'text/plain', 'x-nobody')).text).toBe('Räkning');
  });

  test('is what HTML shows, without tags, styles and scripts', async () => {
    const { text } = await read(
      '<html><style>b { color: red }</style><p>Din&nbsp;faktura f&ouml;r <b>maj</b> &amp; juni</p></html>',
      html,
    );
    expect(text.trim()).toBe('Din faktura för maj & juni');
  });

  test('has a link only where there is something to click, not for a schema or a picture', async () => {
    const schema = '<html xmlns="http://www.w3.org/1999/xhtml"><img src="https://a.example/b.png">';
    expect((await read(schema, html)).hasLink).toBe(false);
    expect(
      (await read(`${schema}<a class="x" href="https://a.example/faktura">Hämta</a>`, html)).hasLink,
    ).toBe(true);
    expect((await read('Hämta den på https://a.example/1')).hasLink).toBe(true);
    expect((await read('Hämta den på www.a.example/1')).hasLink).toBe(true);
    expect((await read('Hämta den i butiken')).hasLink).toBe(false);
  });

  test('tells which pictures it shows', async () => {
    const { shownIds } = await read('<img src="cid:logo@a"><img src=\'cid:two\'>', html);
    expect(shownIds).toEqual(['logo@a', 'two']);
  });

  test('tells of a file that lies in it', async () => {
    const line = `M${'#'.repeat(60)}`;
    expect((await read(`Hej\nbegin 644 faktura.pdf\n${line}\n${line}\nend\n`)).hasUuencodedFile).toBe(true);
    expect((await read('begin 100 new things\nMuch to do')).hasUuencodedFile).toBe(false);
  });

  test('nested a hundred thousand times deep is still only text (A9)', async () => {
    const deep = `${'<div>'.repeat(20_000)}Faktura${'<b'.repeat(50_000)}`;
    expect((await read(deep, html)).text).toContain('Faktura');
    expect((await read('<style '.repeat(40_000), html)).text).toBeDefined();
  });
});
