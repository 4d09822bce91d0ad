import { knowledge } from './pipelines/knowledge.ts';
console.log(knowledge.commune('VILLE-LA-GRAND', '74'), knowledge.commune('Ville-la-Grand', null), knowledge.commune('VILLE LA GRAND', null), knowledge.commune('Ville de Lens', null), knowledge.commune('L’Haÿ-les-Roses',null));
