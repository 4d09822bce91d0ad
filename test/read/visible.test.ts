import { describe, expect, it } from 'vitest';
import { readOne, show, texts, wordOf } from './support.ts';

describe('what is drawn twice', () => {
  it('is read once, and bold', async () => {
    const page = await readOne(show('Total 500', 50, 200) + show('Total 500', 50.3, 200) + show('simple', 50, 100));
    expect(texts(page)).toEqual(['Total', '500', 'simple']);
    expect(page.words.map((word) => word.bold)).toEqual([true, true, false]);
  });

  it('is read once when each word follows its double', async () => {
    expect(
      texts(
        await readOne(
          ['Total', 'illimité'.replace('é', '\\351')]
            .map((text, index) => show(text, 50 + 60 * index, 200) + show(text, 50.25 + 60 * index, 200))
            .join(''),
        ),
      ),
    ).toEqual(['Total', 'illimité']);
  });

  it('keeps doubled letters and figures', async () => {
    expect(texts(await readOne(show('allee 1100 iii', 50, 200, { size: 6 })))).toEqual(['allee', '1100', 'iii']);
  });

  it('is bold when its outline is stroked as well', async () => {
    const page = await readOne('2 Tr 0.4 w ' + show('Gras', 50, 200));
    expect(wordOf(page, 'Gras').bold).toBe(true);
  });
});

describe('what nobody sees', () => {
  it('is not read: beside the page, outside the clip, transparent, invisible beside visible text', async () => {
    const clipped = 'q 40 90 100 30 re W n ' + show('dedans', 50, 100) + show('dehors', 200, 100) + 'Q ';
    const transparent = 'q /G gs ' + show('transparent', 50, 60) + 'Q ';
    const invisible = 'q 3 Tr ' + show('cache', 50, 40) + 'Q ';
    const page = await readOne({
      content: show('visible', 50, 200) + show('bien visible', 50, 220) + show('loin', 500, 200) + clipped + transparent + invisible,
      resources: '/ExtGState << /G << /Type /ExtGState /ca 0 >> >>',
    });
    expect(texts(page)).toEqual(['visible', 'bien', 'visible', 'dedans']);
    expect(page.source).toBe('texte');
  });

  it('is kept and told when it is all there is: the layer of an earlier OCR', async () => {
    const page = await readOne('3 Tr ' + show('Programme 2023', 50, 200));
    expect([texts(page), page.source, page.defect]).toEqual([['Programme', '2023'], 'mixte', null]);
  });

  it('includes white on white, but not white on a dark band', async () => {
    const band = '0.1 0.2 0.4 rg 40 190 200 30 re f 1 g ';
    const page = await readOne(show('noir', 50, 250) + band + show('bandeau', 50, 200) + show('blanc', 50, 100));
    expect(texts(page)).toEqual(['noir', 'bandeau']);
  });

  it('is not what is white on a box with rounded corners, but what is white beside it', async () => {
    const rounded =
      '0.1 0.2 0.4 rg 50 190 m 230 190 l 240 190 240 190 240 200 c 240 220 l 50 220 l 40 220 40 220 40 210 c 40 200 l h f 1 g ';
    const page = await readOne(show('noir', 50, 250) + rounded + show('bandeau', 60, 200) + show('blanc', 260, 200));
    expect(texts(page)).toEqual(['noir', 'bandeau']);
  });

  it('includes what a later box covers, but not what a shaped clip spares', async () => {
    const text = show('dessous', 50, 200) + show('libre', 50, 100);
    expect(texts(await readOne(text + '0.9 g 40 190 200 30 re f'))).toEqual(['libre']);
    const frame = 'q 40 190 m 240 190 l 240 220 l 40 220 l h 45 195 m 235 195 l 235 215 l 45 215 l h W* n 0.9 g 40 190 200 30 re f Q';
    expect(texts(await readOne(text + frame))).toEqual(['dessous', 'libre']);
    const through = {
      content: text + 'q /G gs 0.9 g 40 190 200 30 re f Q',
      resources: '/ExtGState << /G << /Type /ExtGState /BM /Multiply >> >>',
    };
    expect(texts(await readOne(through))).toEqual(['dessous', 'libre']);
  });

  it('includes hidden layers', async () => {
    const page = await readOne(
      {
        content: show('fond', 50, 200) + '/OC /L BDC ' + show('calque', 50, 100) + 'EMC ' + show('suite', 50, 50),
        resources: '/Properties << /L 10 0 R >>',
      },
      { objects: ['<< /Type /OCG /Name (Calque) >>'], catalog: '/OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >>' },
    );
    expect(texts(page)).toEqual(['fond', 'suite']);
  });
});

describe('what stands in other objects', () => {
  it('is read where forms within forms put it', async () => {
    const page = await readOne(
      { content: 'q 1 0 0 1 100 100 cm /Outer Do Q ' + show('page', 10, 10), resources: '/XObject << /Outer 10 0 R >>' },
      {
        objects: [
          {
            dictionary:
              '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Matrix [1 0 0 1 10 0] /Resources << /XObject << /Inner 11 0 R >> >>',
            data: 'q 2 0 0 2 0 0 cm /Inner Do Q',
          },
          {
            dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 200 50] /Resources << /Font << /F1 3 0 R >> >>',
            data: show('cadre', 5, 20) + show('trop loin', 5, 60),
          },
        ],
      },
    );
    expect(texts(page)).toEqual(['cadre', 'page']);
    const word = wordOf(page, 'cadre');
    expect([word.box[0], word.size]).toEqual([120, 20]);
    expect(word.box[3]).toBeGreaterThan(300 - 140);
  });

  it('is read from the fields of a form, not from notes', async () => {
    const appearance = (text: string) => ({
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>',
      data: show(text, 2, 5),
    });
    const page = await readOne(
      { content: show('Montant', 50, 200), entries: '/Annots [10 0 R 12 0 R]' },
      {
        objects: [
          '<< /Type /Annot /Subtype /Widget /FT /Tx /T (montant) /V (28 000) /F 4 /Rect [150 195 250 215] /AP << /N 11 0 R >> /DA (/F1 10 Tf) >>',
          appearance('28 000'),
          '<< /Type /Annot /Subtype /FreeText /F 4 /Contents (relu) /Rect [50 50 150 70] /AP << /N 13 0 R >> /DA (/F1 10 Tf) >>',
          appearance('relu'),
        ],
        catalog: '/AcroForm << /Fields [10 0 R] /DA (/F1 10 Tf) >>',
      },
    );
    expect(texts(page)).toEqual(['Montant', '28', '000']);
    expect(Math.round(wordOf(page, '28').box[0])).toBe(152);
  });
});
