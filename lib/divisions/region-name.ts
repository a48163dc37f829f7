import regions from '@/content/divisions/regions.json';

const names = new Map<string, string>(Object.entries(regions.names));

/**
 * The English name of a province or prefecture as counties.json writes it: 河南省 gives "Henan", 信阳市 "Xinyang",
 * 锡林郭勒盟 "Xilin Gol League". A name that is not in content/divisions/regions.json, such as one typed
 * by hand, comes back as it is.
 */
export function formatRegionEnglish(name: string): string {
  return names.get(name) ?? name;
}
