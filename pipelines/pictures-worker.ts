import { placePictures } from '../src/people/overlay/place-picture.ts';
import { asPdf } from '../src/stages/read/images/image-to-pdf.ts';
import { serve } from '../src/workers/pool.ts';
import { bytesAt } from './locate-bytes.ts';
import { picturesJobSchema, type PicturesJob, type PicturesRead } from './pictures-job.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that draws places of pages for the report, and may die of one document. */
ignoreStrayRejections();
serve(draw, (job) => picturesJobSchema.parse(job));

async function draw({ chemin, sha256, places }: PicturesJob): Promise<PicturesRead> {
  const bytes = await bytesAt(chemin, sha256);
  const pictures = await placePictures(asPdf(bytes), places);
  return pictures.map((picture) =>
    picture === null ? null : { png: picture.png.toString('base64'), strip: [...picture.strip], mark: [...picture.mark] },
  );
}
