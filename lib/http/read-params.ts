/** Search parameters as text: the first value of each, control characters and anything past 200 characters dropped. */
export function readTextParams(params: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [name, given] of Object.entries(params)) {
    const value = Array.isArray(given) ? given[0] : given;
    if (value !== undefined) text[name] = value.replace(/\p{Cc}/gu, '').slice(0, 200);
  }
  return text;
}

/** All values of a parameter that may be repeated. */
export function readListParam(given: string | string[] | undefined): string[] {
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
}
