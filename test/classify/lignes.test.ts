import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadReferentiel, loadVariantes } from '../../src/stages/classify/data.ts';
import { classifyLigne, type LigneClass } from '../../src/stages/classify/lignes.ts';

const classify = (axeText: string | null, actionText: string | null, description: string | null = null): LigneClass =>
  classifyLigne({ axeText, actionText, description, section: null });

interface Labelled {
  readonly code: string;
  readonly axeText: string | null;
  readonly actionText: string | null;
  readonly description: string | null;
}

/** Lines written for this test alone: code, axe cell, action cell, description, by tabs; empty where the document has nothing. */
function labelledLines(): Labelled[] {
  return readFileSync(new URL('lignes.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', axeText = '', actionText = '', description = ''] = line.split('\t');
      return { code, axeText: axeText || null, actionText: actionText || null, description: description || null };
    });
}

const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;

describe('lines of towns the vocabulary does not know', () => {
  const lines = labelledLines();
  const results = lines.map((line) => ({ line, result: classify(line.axeText, line.actionText, line.description) }));

  it('covers the 32 actions', () => {
    expect(lines.length).toBeGreaterThanOrEqual(200);
    expect(new Set(lines.map((line) => line.code)).size).toBe(32);
  });

  it('finds the axe of 98 % and the action of 95 %', () => {
    const axe = share(results.map(({ line, result }) => result.axe === Number(line.code.slice(0, 1))));
    const action = share(results.map(({ line, result }) => result.action === line.code));
    const wrong = results.filter(({ line, result }) => result.action !== line.code);
    console.info(`axe ${(100 * axe).toFixed(1)} %, action ${(100 * action).toFixed(1)} % of ${String(lines.length)} lines`);
    for (const { line, result } of wrong)
      console.info(`  ${line.code} read as ${String(result.action)}: ${line.actionText ?? line.description ?? ''}`);
    expect(axe).toBeGreaterThanOrEqual(0.98);
    expect(action).toBeGreaterThanOrEqual(0.95);
  });

  it('is right as often as its confidence says', () => {
    for (const from of [0.7, 0.9]) {
      const sure = results.filter(({ result }) => result.action !== null && (result.confidence ?? 0) >= from);
      expect(share(sure.map(({ line, result }) => result.action === line.code))).toBeGreaterThanOrEqual(from);
    }
  });

  it.each([
    ['Axe 8', 'Murage des logements vacants', '8.3'],
    ['Axe 8', 'Location de portes anti-squat, logements vacants', '8.3'],
    ['Axe 8', 'Remise en état des logements vacants squattés, serrures comprises', '8.2'],
    ['Axe 3', 'Nettoyage des graffitis dans les halls et cages d’escalier', '3.2'],
    ['Axe 7', 'Mise à disposition d’un local pour l’accompagnement social', '7.5'],
    ['Axe 7', 'Accompagnement social des familles, dans un local mis à disposition', '7.2'],
    [null, 'Lessivage complet des cages d’escaliers', '3.1'],
    [null, 'Maintenance renforcée des portes de hall', '3.3'],
  ])('goes by what is done, not by where: %s, %s', (axe, description, code) => {
    expect(classify(axe, null, description).action).toBe(code);
  });

  it('suggests another place for few of them: they are filed where the référentiel files them', () => {
    expect(results.filter(({ result }) => result.suggested !== null).length).toBeLessThanOrEqual(2);
  });
});

describe('the référentiel itself', () => {
  const axes = loadReferentiel().axes;
  const actions = axes.flatMap((axe) => axe.actions.map((action) => ({ axe, action })));

  it('has 8 axes and 32 actions, each with its variants', () => {
    expect(actions).toHaveLength(32);
    expect(
      loadVariantes()
        .actions.map((entry) => entry.code)
        .sort(),
    ).toEqual(actions.map(({ action }) => action.code).sort());
  });

  it('is read back in its own words, with the axe and without', () => {
    for (const { axe, action } of actions) {
      expect(classify(axe.libelle, action.libelle)).toMatchObject({ axe: axe.numero, action: action.code });
      expect(classify(null, action.libelle)).toMatchObject({ axe: axe.numero, action: action.code });
      expect(classify(axe.libelle.toUpperCase(), action.libelle.toUpperCase().normalize('NFD').replace(/\p{M}/gu, ''))).toMatchObject({
        action: action.code,
      });
    }
  });

  it('names a known source for every variant', () => {
    const { sources, axes: axeEntries, actions: actionEntries } = loadVariantes();
    for (const { variantes } of [...axeEntries, ...actionEntries])
      for (const { source } of variantes) expect(sources).toHaveProperty(source);
  });
});

describe('where the document files a line', () => {
  it('goes by wording, not by the number in the list: the 2015 list has no planting in axe 6', () => {
    const axe = 'Concertation / sensibilisation des locataires';
    expect(classify(axe, '6.1 Participation / implication / formation des locataires').action).toBe('6.2');
    expect(classify(axe, '6.2 Dispositif spécifique à la sensibilisation, à la maîtrise des charges').action).toBe('6.3');
    expect(classify('Axe 3', '3.1 Enlèvement des tags').action).toBe('3.2');
  });

  it('is surer of a wording that its printed code confirms', () => {
    const alone = classify('Sur-entretien', 'Entretien');
    const confirmed = classify('Sur-entretien', '3.1 Entretien');
    expect(confirmed.action).toBe('3.1');
    expect(confirmed.confidence ?? 0).toBeGreaterThan(alone.confidence ?? 0);
  });

  it('takes a code without any wording for a hint', () => {
    const { action, confidence } = classify('Sur-entretien', 'Action 3.2', null);
    expect(action).toBe('3.2');
    expect(confidence ?? 1).toBeLessThan(0.6);
  });

  it('stays inside the axe the document gives, and says where the référentiel would file the line', () => {
    expect(
      classify(
        'Tranquillité résidentielle',
        'Vidéosurveillance (fonctionnement)',
        'Installation de huit caméras avec la police municipale',
      ),
    ).toMatchObject({ axe: 5, action: '5.2', suggested: '8.3' });
    expect(
      classify(
        'Animation, lien social, vivre ensemble',
        "Actions d'insertion",
        "Implantation d'un deuxième jardin partagé (clôture, mobilier)",
      ),
    ).toMatchObject({ axe: 7, action: '7.4', suggested: '6.1' });
    expect(
      classify(
        'Animation, lien social, vivre ensemble',
        "Actions d'insertion (chantiers jeunes, chantiers d'insertion)",
        'Convention pour sensibiliser les locataires aux dépôts sauvages',
      ),
    ).toMatchObject({ axe: 7, action: '7.4', suggested: '6.3' });
    expect(
      classify('Tranquillité résidentielle', 'Vidéosurveillance (fonctionnement)', 'Maintenance et abonnement de huit caméras').suggested,
    ).toBeNull();
    expect(
      classify('Animation, lien social', 'Services spécifiques aux locataires', 'Conciergerie solidaire et visites aux personnes âgées')
        .suggested,
    ).toBeNull();
  });

  it('lets a known action wording correct an axe cell that is only a number', () => {
    expect(classify('Axe 2', 'Enlèvement des épaves')).toMatchObject({ axe: 4, action: '4.3' });
    expect(classify('Axe 4', 'Enlèvement des épaves')).toMatchObject({ axe: 4, action: '4.3' });
  });

  it('…unless the description bears the number out', () => {
    const rondes = 'Rondes de nuit par une société de gardiennage';
    expect(classify('Axe 5', 'Sécurisation des halls', rondes)).toMatchObject({ axe: 5, action: '5.1' });
    expect(classify('Axe 5', 'Sécurisation des halls', 'Lot 3').axe).toBe(8);
  });

  it('asks the description where the action cell says as much of two actions', () => {
    expect(classify('Sur-entretien', 'Ascenseurs', "Dépannage dans l'heure et astreinte").action).toBe('3.3');
    expect(classify('Sur-entretien', 'Ascenseurs', 'Parois rayées et boutons brûlés remplacés après malveillance').action).toBe('3.4');
  });

  it('takes an action’s own words for those of no other domain', () => {
    expect(classify(null, null, 'Effectif de gardiens au-dessus de la norme du groupe : 1,2 ETP').action).toBe('1.1');
    expect(classify(null, null, 'Loyer offert pour le local de la halte-garderie').action).toBe('7.5');
  });

  it('takes what opens a chapter for an action beside an axe, not alone', () => {
    expect(classify('Tranquillité résidentielle', 'Besoins en caméras', 'Audit').action).toBe('5.4');
    expect(classify(null, null, 'Besoins en caméras').action).toBeNull();
    expect(classify('Sur-entretien', 'Suite à vandalisme', 'Changement de vitres').action).toBe('3.4');
  });

  it('keeps words of one stem and two senses apart', () => {
    expect(classify(null, null, 'Alarme dans les loges').action).toBe('2.3');
    expect(classify('Axe 8', null, 'Logements vacants : remise en état').action).toBe('8.2');
    expect(classify(null, null, 'Jardin collectif avec les enfants').action).toBe('6.1');
  });

  it('sees no place where something is put in place', () => {
    expect(classify(null, null, 'Mise en place')).toMatchObject({ axe: null, action: null });
    expect(classify(null, null, 'Mise en place de caméras').action).toBe('8.3');
    const told = classify('Tranquillité résidentielle', 'Vidéosurveillance (fonctionnement)', 'Mise en place de huit caméras');
    expect(told.suggested).toBe('8.3');
    expect(
      classify('Tranquillité résidentielle', 'Vidéosurveillance (fonctionnement)', 'Huit caméras, place du marché').suggested,
    ).toBeNull();
  });

  it('knows the abbreviations of tables', () => {
    expect(classify('Animation', "Chant. d'ins.", null).action).toBe('7.4');
    expect(classify(null, 'Accomp. social des loc.', null).action).toBe('7.2');
  });

  it('uses the description where the action cell is empty or local wording', () => {
    expect(classify('Sur-entretien', 'Opération « Ma résidence et moi »', 'Effacement des tags des façades').action).toBe('3.2');
    expect(classify('Sur-entretien', null, 'Effacement des tags des façades').action).toBe('3.2');
  });

  it('abstains rather than guess', () => {
    expect(classify(null, 'Divers', null)).toMatchObject({ axe: null, action: null, confidence: null });
    expect(classify('Sur-entretien', 'Divers', null)).toMatchObject({ axe: 3, action: null });
    expect(classify(null, null, null)).toMatchObject({ axe: null, action: null });
  });

  it('asks more of a row without an axe or an amount: it may be one of any table', () => {
    const row = {
      axeText: null,
      actionText: 'Atouts du quartier',
      description: 'Proximité de la gare, tissu associatif dense, vue sur la Moselle',
      section: null,
    };
    expect(classifyLigne(row).action).toBeNull();
    expect(classifyLigne({ ...row, axeText: 'Préambule' }).action).toBeNull();
    expect(classifyLigne({ ...row, actionText: 'Fête de quartier', description: 'Repas partagé et tombola' }).action).toBe('7.1');
  });

  it('takes a sentence that tells no deed for an action only where it is paid for', () => {
    const sentence = {
      axeText: null,
      actionText: null,
      description: 'Les familles apprécient la fête des voisins et le repas de quartier de chaque résidence.',
      section: null,
    };
    expect(classifyLigne(sentence).action).toBeNull();
    expect(classifyLigne({ ...sentence, isPriced: true }).action).toBe('7.1');
  });

  it('gives its reasons, and never throws', () => {
    expect(classify('Sur-entretien', 'Renforcement nettoyage').because.map((reason) => reason.what)).toContain(
      'axe 3 écrit par le document',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (axeText, text) => {
        const { axe, action } = classify(axeText, text, text);
        if (action !== null) expect(action.startsWith(`${String(axe)}.`)).toBe(true);
      }),
    );
  });
});

describe('short names under a stated axe', () => {
  it.each<readonly [string, string, string]>([
    ['1. Présence du personnel de proximité', 'Renfort des agents de secteur', '1.1'],
    ['1. Présence du personnel de proximité', 'Chargée de gestion sociale', '1.3'],
    ['1. Présence du personnel de proximité', 'Chef de projet gestion urbaine', '1.4'],
    ['2. Formation et soutien du personnel', 'Sessions « médiation et posture »', '2.1'],
    ['4. Déchets, encombrants', 'Caissons mobiles', '4.1'],
    ['4. Déchets, encombrants', 'Collecte à la demande', '4.1'],
    ['4. Déchets, encombrants', 'Brigade verte', '4.2'],
    ['5. Tranquillité résidentielle', 'Équipe de veille', '5.1'],
    ['6. Concertation, sensibilisation', 'Conseils de locataires', '6.2'],
    ['7. Lien social, vivre ensemble', 'Ferme pédagogique mobile', '7.1'],
    ['7. Lien social, vivre ensemble', 'Aide au permis contre heures de chantier', '7.4'],
  ])('%s: %s', (axe, action, code) => {
    expect(classify(axe, action).action).toBe(code);
  });
});
