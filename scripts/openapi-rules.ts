/** The rules of Redocly that the document is held to: all that it recommends, as errors; each that is left out says why. */
export const redocly = {
  extends: ['recommended-strict'],
  rules: {
    /** The probes refuse nothing. */
    'operation-4xx-response': 'off',
  },
} as const;

/** Those of Spectral's ruleset for OpenAPI that it is not held to, and why. */
export const spectralOff = {
  /** Whoever runs the service is who answers: the document cannot name them. */
  'info-contact': 'off',
  /** An SPDX identifier says it, and OpenAPI takes one or the other. */
  'license-url': 'off',
  /** In the order in which people read them. */
  'openapi-tags-alphabetical': 'off',
  /** Redocly checks them; Spectral takes three minutes for the same. */
  'oas3-valid-media-example': 'off',
  'oas3-valid-schema-example': 'off',
} as const;
