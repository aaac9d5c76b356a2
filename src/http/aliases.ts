import type { RequestHandler } from 'express';

const MEASURED = /^(\/procedures\/[^/?]+)\/diagramme\.svg(\?(?:[^#]*&)?mesure=.*)$/;

/** A diagram that is asked with a measure is answered where measures are, to whom they may be shown. */
export const aliases: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(MEASURED, '$1/mesures.svg$2');
  next();
};
