/** Before anything else is loaded: this process believes that it is an hour later. */
const HOUR_MS = 3_600_000;
const { now } = Date;
const Own = Date;
globalThis.Date = class extends Own {
  constructor(...args) {
    super(...(args.length === 0 ? [now() + HOUR_MS] : args));
  }

  static now() {
    return now() + HOUR_MS;
  }
};
