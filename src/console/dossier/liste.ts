import { Readable } from 'node:stream';
import { checklistPage, POLICY } from '../../web/checklist/page.ts';
import { checklistSheets } from '../../web/checklist/sheets.ts';
import { get, type Screen, type Shown } from '../shell/screen.ts';

/** What a dossier has done and has still to do, as a list to print for the establishment. */
export function checklistScreens(): Screen[] {
  return [
    get('/dossiers/:id/liste.html', 'dossiers.liste-html', async ({ services, params: { id } }): Promise<Shown> => {
      const ticked = await services.tickedOf({ genre: 'dossier', id });
      if (!ticked.ok) return { refusal: ticked.error };
      const content = checklistPage(ticked.value.procedure, ticked.value);
      return { content, type: 'text/html; charset=utf-8', headers: POLICY };
    }),
    get('/dossiers/:id/liste.pdf', 'dossiers.liste-pdf', async ({ services, params: { id } }): Promise<Shown> => {
      const ticked = await services.tickedOf({ genre: 'dossier', id });
      if (!ticked.ok) return { refusal: ticked.error };
      const content = Readable.from([await checklistSheets(ticked.value.procedure, ticked.value)]);
      return { content, type: 'application/pdf', filename: `liste-${id}.pdf` };
    }),
  ];
}
