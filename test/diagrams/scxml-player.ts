import { readFileSync } from 'node:fs';
import scxml from '@scion-scxml/scxml';

type Statechart = InstanceType<typeof scxml.core.Statechart>;

/** Plays a committed SCXML file by SCION, which knows nothing of XState. */
export function playScxml(file: URL): Promise<Statechart> {
  const { promise, resolve, reject } = Promise.withResolvers<Statechart>();
  scxml.documentStringToModel(file.pathname, readFileSync(file, 'utf8'), (error, model) => {
    if (error) return reject(error);
    model.prepare((fault, prepared) => {
      if (fault) return reject(fault);
      const chart = new scxml.core.Statechart(prepared);
      chart.start();
      resolve(chart);
    });
  });
  return promise;
}
