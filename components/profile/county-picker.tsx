'use client';
import {type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useRef, useState} from 'react';
import type {CountyChoice} from '@/lib/divisions/search-choices';
import type {PickerWords} from '@/lib/report/profile-form';
import {FieldErrors, INPUT_LOOK, TextField} from '../ui/field';
import {useScripted} from '../ui/use-scripted';

type CountyPickerProps = {
  /** Where counties are searched: answers `{divisions}` to `?q=`. */
  searchUrl: string;
  initial: {code: string; county: string; prefecture: string; province: string; search: string};
  /** Results of a search made without JavaScript. */
  found: readonly CountyChoice[] | null;
  errors: Readonly<Record<string, readonly string[]>>;
  words: PickerWords;
};

type Found = {code: string; county: string; prefecture: string; province: string};

/**
 * Chooses a county by typing (combobox) or, without JavaScript, by a search button and radio buttons;
 * a county that is not listed is entered by hand.
 */
export function CountyPicker({searchUrl, initial, found, errors, words}: CountyPickerProps) {
  const listId = useId();
  const scripted = useScripted();
  const [chosen, setChosen] = useState(initial.code && initial.county ? initial : null);
  const input = useRef<HTMLInputElement>(null);
  const [results, setResults] = useState<Found[] | null>(null);
  const [active, setActive] = useState(-1);
  const latest = useRef(0);
  const byHand = initial.code === '' && initial.county + initial.prefecture + initial.province !== '';
  const search = useCallback(
    async (text: string) => {
      setActive(-1);
      const request = (latest.current += 1);
      if (text.trim() === '') return setResults(null);
      const answer = await fetch(`${searchUrl}?q=${encodeURIComponent(text)}`).then(
        (response): Promise<{divisions?: Found[]}> => response.json(),
        () => ({divisions: []}),
      );
      // An answer that was overtaken by a later one is dropped.
      if (request === latest.current) setResults(answer.divisions ?? []);
    },
    [searchUrl],
  );
  useEffect(() => {
    // What was typed before this script ran is searched too.
    const typed = input.current?.value ?? '';
    if (typed !== '' && typed !== initial.search) void search(typed);
  }, [initial.search, search]);

  const choose = (division: Found) => {
    setChosen({...division, search: input.current?.value ?? ''});
    setResults(null);
  };
  const startAgain = (event: MouseEvent) => {
    event.preventDefault();
    setChosen(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = results?.length ?? 0;
    if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active - 1 + count) % count);
    else if (event.key === 'Escape') setResults(null);
    else if (event.key === 'Enter') {
      const division = results?.[active === -1 ? 0 : active];
      if (division) choose(division);
    } else return;
    event.preventDefault();
  };

  return (
    <div className="my-5">
      {chosen ? (
        <div>
          <input type="hidden" name="divisionCode" value={chosen.code} />
          {/* A refused form comes back with what it sent, so these keep the choice. */}
          <input type="hidden" name="county" value={chosen.county} />
          <input type="hidden" name="prefecture" value={chosen.prefecture} />
          <input type="hidden" name="province" value={chosen.province} />
          <p className="border-l-8 border-link bg-[#eef5fb] px-4 py-3">
            <strong>{chosen.county}</strong> · {chosen.province}
            {chosen.prefecture === chosen.province ? '' : chosen.prefecture} · {chosen.code}
            <a href="?search=" onClick={startAgain} className="ml-4">
              {words.change}
            </a>
          </p>
        </div>
      ) : (
        <>
          <label htmlFor="county-search" className="block font-semibold">
            {words.search}
          </label>
          <p id="county-search-hint" className="text-quiet">
            {words.hint}
          </p>
          <FieldErrors id="county-search-error" errors={errors['county-search'] ?? errors.divisionCode} />
          <div className="relative mt-1 flex max-w-xl gap-2">
            <input
              id="county-search"
              name="search"
              type="text"
              autoComplete="off"
              ref={input}
              defaultValue={initial.search}
              onChange={(event) => void search(event.target.value)}
              onKeyDown={onKeyDown}
              onBlur={() => setTimeout(() => setResults(null), 200)}
              role={scripted ? 'combobox' : undefined}
              aria-expanded={scripted ? results !== null : undefined}
              aria-controls={scripted ? listId : undefined}
              aria-autocomplete={scripted ? 'list' : undefined}
              aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
              aria-describedby="county-search-hint"
              className={INPUT_LOOK}
            />
            {scripted ? null : (
              <button name="find" value="1" formNoValidate className="rounded border-2 border-[#6b7684] px-3 whitespace-nowrap">
                {words.button}
              </button>
            )}
            <ul
              id={listId}
              role="listbox"
              aria-label={words.search}
              hidden={!results || results.length === 0}
              className="absolute top-full right-0 left-0 z-10 max-h-96 overflow-auto border-2 border-[#6b7684] bg-white shadow-lg"
            >
              {(results ?? []).map((division, index) => (
                <li
                  key={division.code}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  onMouseDown={() => choose(division)}
                  className={`cursor-pointer px-3 py-1.5 ${index === active ? 'bg-link text-white' : 'hover:bg-shade'}`}
                >
                  <strong>{division.county}</strong> {division.province}
                  {division.prefecture === division.province ? '' : division.prefecture} {division.code}
                </li>
              ))}
            </ul>
          </div>
          <p role="status" className="min-h-7 text-quiet">
            {results?.length === 0 ? words.none : ''}
          </p>
          {found && !scripted ? (
            <fieldset className="my-2">
              <legend>{found.length > 0 ? words.found : words.none}</legend>
              {found.map(({code, label}) => (
                <label key={code} className="flex items-center gap-2 py-1">
                  <input type="radio" name="divisionCode" value={code} defaultChecked={code === initial.code} className="size-5" />
                  {label}
                </label>
              ))}
            </fieldset>
          ) : null}
          <details open={byHand} className="my-3">
            <summary className="text-link">{words.byHand}</summary>
            <TextField name="county" label={words.county} defaultValue={byHand ? initial.county : ''} errors={errors.county} />
            <TextField name="prefecture" label={words.prefecture} defaultValue={byHand ? initial.prefecture : ''} errors={errors.prefecture} />
            <TextField name="province" label={words.province} defaultValue={byHand ? initial.province : ''} errors={errors.province} />
          </details>
        </>
      )}
    </div>
  );
}
