import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../src/annotate/language.ts';

describe('identifyLanguage', () => {
  it.each([
    [
      'en',
      'The foreign ministers of both countries met in the capital on Tuesday to speak about trade and the border.',
    ],
    [
      'en',
      'THE FOREIGN MINISTERS OF BOTH COUNTRIES MET IN THE CAPITAL ON TUESDAY TO SPEAK ABOUT TRADE AND THE BORDER.',
    ],
    ['fr', 'Le président a reçu mardi son homologue chinois pour des entretiens sur le commerce et sur la frontière.'],
    [
      'de',
      'Der Kanzler empfing am Montag den Präsidenten zu Gesprächen über den Handel und über die Grenze in Berlin.',
    ],
    ['es', 'El presidente recibió al ministro de Relaciones Exteriores en la capital el martes por la tarde.'],
    ['ru', 'Министры иностранных дел двух стран встретились во вторник в столице, чтобы обсудить торговлю и границу.'],
    ['ar', 'التقى وزيرا خارجية البلدين يوم الثلاثاء في العاصمة لبحث التجارة والحدود المشتركة بين البلدين الجارين'],
  ])('finds %s', (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });

  it.each(['Xi, Putin meet', 'Angela Merkel, Emmanuel Macron, Recep Tayyip Erdoğan', '', '12.5 % — 2023', 'Guten Tag'])(
    'does not guess at %j',
    (text) => {
      expect(identifyLanguage(text)).toBeNull();
    },
  );

  it('knows a short text in another script for foreign', () => {
    expect(identifyLanguage('中国外交部')).toBe('und');
  });

  it('does not let names in their own script outweigh English words', () => {
    const text =
      'The ministers (部长, الوزراء) met in the capital (首都, العاصمة) to speak about the border (边界, الحدود) and about trade.';
    expect(identifyLanguage(text)).toBe('en');
  });

  it('judges a long text by its beginning, middle and end', () => {
    const english = 'The ministers met in the capital and agreed on nothing at all. ';
    const russian = 'Министры встретились в столице и ни о чём не договорились. ';
    expect(identifyLanguage(english.repeat(1000) + russian.repeat(10))).toBe('en');
    expect(identifyLanguage(english.repeat(10) + russian.repeat(1000))).toBe('ru');
  });
});
