import { describe, expect, it } from 'vitest';
import { cut, textWidth, wrap } from '../../src/charts/type.ts';

const WIDTH = 372;

describe('the text of a chart', () => {
  it('breaks a question between ideographs, and cuts none of it that has room', () => {
    const question =
      '洪水で家を離れた住民は何人いましたか、そしてそのうち何人が「町に」戻ってきたのでしょうか？';
    const lines = wrap(question, WIDTH, 16, 4, true);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(question);
    for (const line of lines) {
      expect(line).not.toMatch(/^[、。？」]|「$/u);
      expect(textWidth(line, 16, true)).toBeLessThanOrEqual(WIDTH);
    }
  });

  it.each([
    ['Thai', 'มีประชาชนกี่คนที่ต้องอพยพออกจากบ้านเรือนเพราะน้ำท่วมในเดือนตุลาคม และกี่คนกลับไป “บ้าน” แล้วบ่อยๆ?'],
    ['Lao', 'ປະຊາຊົນຈັກຄົນທີ່ຕ້ອງອົບພະຍົບອອກຈາກເຮືອນຍ້ອນນ້ຳຖ້ວມ ແລະ ຈັກຄົນກັບຄືນບ້ານແລ້ວ?'],
    ['Khmer', 'តើប្រជាជនប៉ុន្មាននាក់បានចាកចេញពីផ្ទះរបស់ពួកគេដោយសារទឹកជំនន់នៅខែតុលា?'],
    ['Burmese', 'ရေကြီးမှုကြောင့် လူဘယ်နှစ်ယောက် အိမ်မှ ထွက်ခွာခဲ့ရသလဲ၊ ဘယ်နှစ်ယောက် ပြန်လာကြပြီလဲ။'],
  ])('breaks a question in %s between words, and cuts none of it', (_script, question) => {
    const lines = wrap(question, WIDTH, 16, 4, true);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').replaceAll(' ', '')).toBe(question.replaceAll(' ', ''));
    for (const line of lines) {
      expect(line).not.toMatch(/^[\p{M}\p{Pe}\p{Pf}\p{Po}\p{Lm}]|[\p{Ps}\p{Pi}]$/u);
      expect(textWidth(line, 16, true)).toBeLessThanOrEqual(WIDTH);
    }
  });

  it('breaks a word that no line holds, wherever it has to', () => {
    const question = `Wie viele? ${'Hochwasserschutz'.repeat(5)}`;
    expect(wrap(question, WIDTH, 16, 4, true).join('')).toBe(question.replace('? ', '?'));
  });

  it.each([
    ['after tests', 4_779],
    ['After tests…', 5_945],
    ['ÄÖÜÅ', 2_944],
    ['ŁĄŻ', 1_960],
    ['ÆŒ', 2_000],
    ['ЩЮЖМШФ', 5_600],
    ['щжшюфмы', 5_700],
    ['→←', 2_000],
  ])(
    'takes %s in bold letters for as wide as Helvetica has it, and little wider',
    (text, width) => {
      expect(textWidth(text, 1_000, true)).toBeGreaterThanOrEqual(width);
      expect(textWidth(text, 1_000, true)).toBeLessThan(width * 1.2);
    },
  );

  it('is cut between what readers take for characters', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(cut(family.repeat(60), 320, 12)).toMatch(new RegExp(`^(?:${family})+…$`, 'u'));
  });
});
