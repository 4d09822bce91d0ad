import { z } from 'zod';

/** A reader's decision on where a line belongs, kept so that the same or a similar text is filed the same way afterwards. */
export const exempleSchema = z.strictObject({
  actionText: z.string().nullable(),
  description: z.string().nullable(),
  /** `null`: the reader says that this text is no action. */
  action: z
    .string()
    .regex(/^[1-8]\.[1-5]$/u)
    .nullable(),
  /** Who decided. */
  par: z.string().min(1),
  /** Day of the decision, ISO. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
});
export type Exemple = z.infer<typeof exempleSchema>;
