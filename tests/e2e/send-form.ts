import {type APIRequestContext, expect} from '@playwright/test';

/**
 * Sends a form as a browser without scripts does, which is quicker than to open the page; gives the path that it leads to.
 * `mark` stands in that form of the page alone; `fields` are added to what its hidden fields and chosen options say.
 */
export async function sendForm(request: APIRequestContext, path: string, mark: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const page = await request.get(path);
  const form = (await page.text()).split('<form').slice(1).map((part) => part.slice(0, part.indexOf('</form>'))).find((part) => part.includes(mark));
  if (form === undefined) throw new Error(`${path} has no form with ${mark}`);
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const chosen = [...form.matchAll(/<select[^>]*>[\s\S]*?<\/select>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(/<option[^>]* selected[^>]*>/.exec(tag)?.[0] ?? tag.slice(tag.indexOf('<option')), 'value')]);
  const multipart = {...Object.fromEntries([...hidden, ...chosen]), ...fields} as Record<string, string>;
  const response = await request.post(path, {multipart, headers: {origin: new URL(page.url()).origin}, maxRedirects: 0});
  expect(response.status(), `${mark} on ${path}`).toBe(303);
  return response.headers().location ?? '';
}

function attribute(tag: string, name: string): string {
  return (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
