/** A mail as it travels: its headers, an empty line, its body. */
export function mail(headers: Record<string, string | string[]>, body = 'Bonjour.'): Buffer {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}`),
  );
  return Buffer.from([...lines, '', body].join('\n').replaceAll(/\r?\n/g, '\r\n'));
}

/** What every mail of a test bears; what is given comes beside it or in its place. */
export function from(headers: Record<string, string | string[]>, body?: string): Buffer {
  const usual = {
    From: 'Anne Petit <anne.petit@clinique.example>',
    To: 'igc@chu.example',
    Date: 'Tue, 03 Mar 2026 10:12:00 +0100',
    'Message-ID': '<m1@clinique.example>',
    Subject: 'Formulaire 413',
    'MIME-Version': '1.0',
  };
  return mail(Object.assign(usual, headers), body);
}

/** A body of several parts, each written with its own headers. */
export function parts(boundary: string, ...all: string[]): string {
  return [...all.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join('\n');
}

/** The bytes of a text as base64, in lines. */
export function base64(bytes: Buffer | string): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');
}
