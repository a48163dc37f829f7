/** Every text in two languages anywhere in content, with its path. */
export function listTexts(data: unknown, path = ''): {path: string; text: Record<string, string>}[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('zh-CN' in data) return [{path, text: data as Record<string, string>}];
  return Object.entries(data).flatMap(([key, value]) => listTexts(value, `${path}.${key}`));
}
