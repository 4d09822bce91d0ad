import type { DocumentRule } from '../../rule.ts';

/** The article of the tax code that the text cites, where it cannot be the one of the abattement. */
export const articleCgi: DocumentRule = {
  codes: ['article_cgi_errone'],
  titre: 'Article 1388 bis du code général des impôts correctement cité',
  source: 'CGI, art. 1388 bis',
  gravite: 'info',
  check({ faits }) {
    return faits
      .filter(({ sujet, valeur }) => sujet === 'article_cgi' && valeur !== '1388 bis')
      .map(({ valeur, phrase, place }) => ({
        code: 'article_cgi_errone',
        gravite: 'info' as const,
        message: `Le texte cite l'article ${valeur} du code général des impôts ; l'abattement est à l'article 1388 bis : « ${phrase} ».`,
        programme: null,
        place,
      }));
  },
};
