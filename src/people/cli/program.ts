import { Option, type Command } from 'commander';
import { IMPORT_DEFAULTS, OCR_ENGINES } from '../../../pipelines/import-options.ts';
import { DROP_DEFAULTS } from '../../../pipelines/review/drop-options.ts';
import { productVersion } from '../../product.ts';
import type { ExitCode } from '../../model/errors.ts';
import { withCommonOptions, openLog, type CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { EXPORT_FORMATS } from '../dataset/formats/open-writer.ts';
import { PROFILES } from '../dataset/format.ts';
import { statutProgrammeSchema } from '../../model/vocabulary.ts';
import { FrenchCommand, portNumber, positiveInteger, several } from './french-command.ts';
import type { Terminal } from './terminal.ts';
import { threshold } from './thresholds.ts';

const severalYears = several(/^(?:19|20)\d{2}$/u, 'une année est attendue, comme 2023.');
const severalAxes = several(/^[1-8]$/u, "un numéro d'axe est attendu, de 1 à 8.");

const ocrOption = (): Option =>
  new Option('--ocr <moteur>', 'ce qui lit les pages numérisées : le moteur compris, ou le programme tesseract de cette machine')
    .choices(OCR_ENGINES)
    .default('embarque');

/** The command line as its help shows it. `onExit` is told the exit code of the command that ran. */
export function buildProgram(terminal: Terminal, signal: AbortSignal, onExit: (code: ExitCode) => void): Command {
  const program = new FrenchCommand('tfpb')
    .description("Lit les programmes d'actions TFPB des bailleurs sociaux (PDF), vérifie leurs totaux et en fait un jeu de données.")
    .usage('<commande> [options]')
    .version(productVersion(), '-V, --version', 'affiche la version')
    .addHelpText('after', EXAMPLES.tfpb);

  /** Each command's code is loaded when it runs: help and errors answer at once. */
  const act = <Options extends CommonOptions>(command: Command, load: () => Promise<Run<Options>>): Command =>
    withCommonOptions(command).action(async (...parameters: unknown[]) => {
      const [given] = parameters;
      const paths = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : [];
      const options = command.opts<Options>();
      const log = openLog(options, terminal);
      try {
        const run = await load();
        onExit(await run(paths, { terminal, log, options, signal }));
      } finally {
        log.close();
      }
    });

  act(
    program
      .command('import [chemins...]')
      .usage('CHEMIN… [options]')
      .summary('lit des PDF, des images, des dossiers et des archives ZIP dans la base')
      .description(
        "Lit dans la base des PDF (et les PDF joints à un PDF), des images de pages (JPEG, PNG, TIFF d'une ou plusieurs pages),\n" +
          'des dossiers avec leurs sous-dossiers, des archives ZIP.\n' +
          "Ce qui est déjà lu est passé, sauf si tfpb le lirait autrement aujourd'hui ; un import interrompu reprend où il en était ;\n" +
          'un fichier rejeté est essayé de nouveau.',
      )
      .option('--refaire', 'lit de nouveau ce qui est déjà lu')
      .option('--reprendre-rejets', "essaie de nouveau tous les fichiers rejetés de la base, où qu'ils soient")
      .option('--surveiller', 'reste actif et lit ce qui arrive dans les dossiers ; Ctrl-C pour arrêter')
      .option('--mot-de-passe <texte>', 'mot de passe des documents protégés')
      .option('--coeurs <nombre>', 'documents lus en même temps (par défaut : un par cœur)', positiveInteger)
      .addOption(ocrOption())
      .option('--delai-max <secondes>', 'temps admis pour un document', positiveInteger, IMPORT_DEFAULTS.delaiMax)
      .option('--memoire-max <Mo>', 'mémoire admise pour un document', positiveInteger, IMPORT_DEFAULTS.memoireMax)
      .option('--pages-max <nombre>', 'pages admises dans un document', positiveInteger, IMPORT_DEFAULTS.pagesMax)
      .option('--taille-max <Mo>', "taille admise d'un fichier", positiveInteger, IMPORT_DEFAULTS.tailleMax)
      .addHelpText('after', EXAMPLES.import),
    async () => (await import('./import.ts')).importPaths,
  );
  act(
    program
      .command('export')
      .summary('écrit le jeu de données')
      .description(
        'Écrit les documents de la base, sur la sortie standard (json, jsonl) ou dans un dossier, avec un dictionnaire des données.\n' +
          "Sans critère, tout ; avec plusieurs, ce qui répond à tous. Un critère peut recevoir plusieurs valeurs : l'une d'elles suffit.",
      )
      .addOption(new Option('--format <format>', 'forme du jeu de données').choices(EXPORT_FORMATS).default('json'))
      .option('--sortie <dossier>', 'écrit dans ce dossier, créé au besoin ; nécessaire pour csv, xlsx et parquet')
      .addOption(new Option('--profil <profil>', 'pour csv : virgules et points décimaux, ou Excel en français').choices(PROFILES))
      .option('--annee <annees...>', 'programmes dont la période comprend cette année', severalYears)
      .option('--bailleur <noms...>', 'programmes de ce bailleur : des mots de son nom, ou son numéro SIREN')
      .option('--commune <noms...>', 'programmes de cette commune : son nom, ou son code INSEE')
      .option('--axe <numeros...>', 'lignes de cet axe du référentiel, de 1 à 8', severalAxes)
      .addOption(new Option('--statut <statuts...>', 'programmes de ce statut').choices(statutProgrammeSchema.options))
      .option(
        '--avec-doubles',
        'garde dans les tables un programme que plusieurs fichiers contiennent (json et jsonl : toujours, sauf --sans-doubles)',
      )
      .option(
        '--sans-doubles',
        "n'écrit qu'une fois un programme que plusieurs fichiers contiennent (csv, xlsx, parquet : toujours, sauf --avec-doubles)",
      )
      .addHelpText('after', EXAMPLES.export),
    async () => (await import('./export.ts')).exportDataset,
  );
  act(
    program
      .command('audit')
      .summary('liste les écarts et les règles enfreintes, avec page et place')
      .description('Liste ce qui demande un œil : totaux qui ne tombent pas juste, règles enfreintes, fichiers rejetés.')
      .option('--regle <code>', 'seulement ce constat (son code est entre crochets)')
      .addOption(new Option('--gravite <niveau>', 'à partir de ce niveau').choices(['erreur', 'alerte', 'info']))
      .option('--bailleur <nom>', 'seulement les programmes de ce bailleur (une partie du nom suffit)')
      .option('--annee <année>', 'seulement les programmes de cette année', positiveInteger)
      .option('--rapport <fichier>', 'écrit un rapport à imprimer, en .html ou en .pdf (avec Chromium)')
      .option(
        '--seuil <nom=valeur>',
        'règle un seuil, en % ou en euros : concentration=75, depassement=20, depassement-euros=1000, abattement=25 (valeurs par défaut) ; répétable',
        threshold,
      )
      .option('--strict', 'se termine avec le code 1 si une erreur demeure')
      .addHelpText('after', EXAMPLES.audit),
    async () => (await import('./audit.ts')).audit,
  );
  act(
    program
      .command('relecture')
      .summary('ouvre la page de relecture dans le navigateur')
      .description(
        'Sert, sur cette machine seulement, une page où relire ce qui demande un œil : la page du document à côté du tableau lu, les sommes, les corrections.\n' +
          "L'adresse à ouvrir est affichée. Ctrl-C arrête ; ce qui est corrigé est enregistré au fur et à mesure.",
      )
      .option('--port <nombre>', 'port, de 0 (un port libre) à 65535', portNumber, 8421)
      .option(
        '--hote <adresse>',
        "adresse d'écoute ; toute autre que celle de la machine elle-même demande un jeton, compris dans l'adresse affichée",
        '127.0.0.1',
      )
      .option('--ouvrir', 'ouvre la page dans le navigateur')
      .option('--lecteur <nom>', 'nom porté au journal des corrections (par défaut : celui de la session) ; la page permet de le changer')
      .option('--nouvelle', "crée la base si elle n'existe pas")
      .option('--depot-max <Mo>', "taille admise d'un fichier déposé sur la page", positiveInteger, DROP_DEFAULTS.fichierMo)
      .addHelpText('after', EXAMPLES.relecture),
    async () => (await import('./relecture.ts')).relecture,
  );
  act(
    program
      .command('explication <id>')
      .usage('ID [options]')
      .summary('dit tout d’une valeur : texte, lectures, sommes, constats')
      .description(
        "Dit tout d'une valeur (montant, ligne, total, programme ou constat) : texte lu, place, lectures possibles, sommes, constats.",
      )
      .option('--image <fichier>', "écrit l'image (PNG) de l'endroit de la page")
      .addHelpText('after', EXAMPLES.explication),
    async () => (await import('./explication.ts')).explication,
  );
  act(
    program
      .command('controle')
      .summary("tire des montants au sort pour mesurer le taux d'erreur")
      .description(
        "Tire des montants au sort (par strate : natif, numérisé, réparé), les montre, retient juste ou faux, et dit le taux d'erreur " +
          'avec son intervalle, pour toute la base et pour les montants prouvés. La même graine reprend le même tirage.',
      )
      .option('--echantillon <nombre>', 'combien de montants', positiveInteger, 50)
      .option('--graine <nombre>', 'le tirage, pour le reprendre (par défaut : un nouveau)', positiveInteger)
      .option('--feuille <fichier>', 'écrit une feuille à imprimer (.html), avec les images')
      .option('--faux <numéros>', 'les numéros faux, par exemple 3,17 : les autres sont justes')
      .option('--justes', 'tous sont justes')
      .option('--par <nom>', 'qui a jugé')
      .addHelpText('after', EXAMPLES.controle),
    async () => (await import('./controle.ts')).controle,
  );
  act(
    program
      .command('referentiel <quoi...>')
      .usage('charger FICHIER… | etat | exemples | regles')
      .summary('charge une liste officielle, montre les règles et les décisions apprises')
      .description(
        'charger   charge une liste : quartiers (fichier de l’ANCT), bailleurs (nom, SIREN, autres noms), décisions de lecteurs\n' +
          'etat      dit quelles listes sont chargées\n' +
          'exemples  écrit les décisions de lecteurs (CSV)\n' +
          'regles    liste les règles et leur source',
      )
      .addHelpText('after', EXAMPLES.referentiel),
    async () => (await import('./referentiel.ts')).referentiel,
  );
  act(
    program
      .command('tables <fichiers...>')
      .usage('FICHIER… [options]')
      .summary('montre les tableaux tels que lus, sans rien enregistrer')
      .description(
        'Montre les tableaux tels que la machine les a lus, programme ou non, sans rien enregistrer. Avec --expliquer, dit aussi comment le document a été compris :\n' +
          "ce que chaque colonne contient, ce que chaque total couvre, ce qui a été envisagé d'autre, et pourquoi c'est écarté.",
      )
      .addOption(
        new Option('--format <format>', 'forme du résultat (par défaut : json ; avec --expliquer, du texte)').choices([
          'json',
          'csv',
          'html',
        ]),
      )
      .addOption(ocrOption())
      .option('--expliquer', 'dit comment le document a été compris, et pourquoi')
      .option('--mot-de-passe <texte>', 'mot de passe des documents protégés')
      .addHelpText('after', EXAMPLES.tables),
    async () => (await import('./tables.ts')).tables,
  );
  act(
    program
      .command('etat')
      .summary('dit ce qui est importé, rejeté, à relire')
      .description('Dit ce que contient la base : documents importés, rejetés (pourquoi, que faire), programmes à relire.')
      .addHelpText('after', EXAMPLES.etat),
    async () => (await import('./etat.ts')).etat,
  );
  act(
    program
      .command('retirer <documents...>')
      .usage('DOCUMENT… [options]')
      .summary('retire des documents et tout ce qui en vient')
      .description(
        'Retire des documents de la base, avec tout ce qui en vient, sans laisser de trace de leur contenu. Un document se désigne par son nom, par le chemin\n' +
          "d'où il a été importé, ou par le début de son empreinte. Sans --confirmer, dit seulement ce qui serait retiré.",
      )
      .option('--confirmer', 'retire vraiment')
      .addHelpText('after', EXAMPLES.retirer),
    async () => (await import('./retirer.ts')).retirer,
  );
  act(
    program
      .command('sauvegarder <fichier>')
      .usage('FICHIER [options]')
      .summary('copie la base dans un fichier, même pendant un import')
      .description(
        "Copie la base, telle qu'elle est à cet instant, dans un fichier neuf, et vérifie la copie. Un import peut continuer pendant ce temps.",
      )
      .addHelpText('after', EXAMPLES.sauvegarder),
    async () => (await import('./sauvegarder.ts')).sauvegarder,
  );
  act(
    program
      .command('restaurer <fichier>')
      .usage('FICHIER [options]')
      .summary('remet une sauvegarde en place')
      .description(
        'Vérifie une sauvegarde et en met une copie à la place de la base. Une base qui est déjà là est mise de côté, jamais écrasée.',
      )
      .option('--remplacer', 'met de côté la base qui est là')
      .addHelpText('after', EXAMPLES.restaurer),
    async () => (await import('./restaurer.ts')).restaurer,
  );
  act(
    program
      .command('fusionner <bases...>')
      .usage('BASE… [options]')
      .summary("apporte à la base ce que d'autres bases contiennent")
      .description(
        "Apporte à la base les documents d'autres bases, celles de collègues par exemple. Un même fichier n'y est qu'une fois ; une lecture l'emporte sur un rejet.\n" +
          'Là où deux lectures diffèrent, celle de la base reste et la différence est dite. Les autres bases ne sont pas modifiées.',
      )
      .addHelpText('after', EXAMPLES.fusionner),
    async () => (await import('./fusionner.ts')).fusionner,
  );
  return program;
}

const EXAMPLES = {
  tfpb: `
Exemples :
  $ tfpb import programmes/                     lit un dossier
  $ tfpb etat                                   dit où l'on en est
  $ tfpb audit                                  montre ce qui ne tombe pas juste
  $ tfpb export --format json > programmes.json écrit le jeu de données

Aide d'une commande : tfpb <commande> --help
Codes de sortie : 0 fait ; 1 fait, mais un fichier est rejeté ou (audit --strict) une erreur demeure ; 2 commande mal écrite ;
3 base inutilisable ; 4 un autre import tient la base ; 130 interrompu, peut être repris.
`,
  import: `
Exemples :
  $ tfpb import lens-2023.pdf
  $ tfpb import archives/ --base pas-de-calais.sqlite
  $ tfpb import protege.pdf --mot-de-passe secret
  $ tfpb import archives/ envoi.zip --journal import.jsonl
  $ tfpb import --reprendre-rejets --delai-max 600
  $ tfpb import depot/ --surveiller
`,
  export: `
Exemples :
  $ tfpb export --format json > programmes.json
  $ tfpb export --format jsonl | head -n 1
  $ tfpb export --format csv --sortie jeu-de-donnees/
  $ tfpb export --format csv --profil excel-fr --sortie pour-excel/
  $ tfpb export --format xlsx --sortie lens/ --commune Lens --annee 2023 2024
  $ tfpb export --format parquet --sortie publie/ --statut reconcilie
`,
  audit: `
Exemples :
  $ tfpb audit
  $ tfpb audit --gravite erreur --annee 2023
  $ tfpb audit --bailleur 'Pas-de-Calais' --rapport rapport.html
  $ tfpb audit --seuil concentration=60 --seuil depassement=10
  $ tfpb audit --strict || echo 'des totaux ne tombent pas juste'
`,
  relecture: `
Exemples :
  $ tfpb relecture --ouvrir
  $ tfpb relecture --base pas-de-calais.sqlite --port 9000
  $ tfpb relecture --hote 0.0.0.0 --lecteur 'Claire Martin'
`,
  explication: `
Exemples :
  $ tfpb explication 3f2a9c0d1e4b5a67
  $ tfpb explication 3f2a9c0d1e4b5a67 --image endroit.png
`,
  controle: `
Exemples :
  $ tfpb controle --echantillon 50 --feuille controle.html
  $ tfpb controle --graine 4711 --faux 3,17
`,
  referentiel: `
Exemples :
  $ tfpb referentiel charger qpv-2024.csv
  $ tfpb referentiel charger bailleurs.csv
  $ tfpb referentiel exemples > decisions.csv
`,
  tables: `
Exemples :
  $ tfpb tables lens-2023.pdf
  $ tfpb tables lens-2023.pdf --format csv > tableaux.csv
  $ tfpb tables lens-2023.pdf --format html > lens-2023.html
  $ tfpb tables lens-2023.pdf --expliquer
`,
  retirer: `
Exemples :
  $ tfpb retirer lens-2023.pdf                  dit ce qui serait retiré
  $ tfpb retirer lens-2023.pdf --confirmer
  $ tfpb retirer 5f12ac6b0c2a --confirmer       par le début de l'empreinte
`,
  sauvegarder: `
Exemples :
  $ tfpb sauvegarder sauvegardes/2026-11-25.sqlite
`,
  restaurer: `
Exemples :
  $ tfpb restaurer sauvegardes/2026-11-25.sqlite
  $ tfpb restaurer sauvegardes/2026-11-25.sqlite --remplacer
`,
  fusionner: `
Exemples :
  $ tfpb fusionner base-de-claire.sqlite
  $ tfpb fusionner nord.sqlite pas-de-calais.sqlite --base region.sqlite
`,
  etat: `
Exemples :
  $ tfpb etat
  $ tfpb etat --base pas-de-calais.sqlite
`,
} as const;
