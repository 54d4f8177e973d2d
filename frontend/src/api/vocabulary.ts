import { useQuery } from '@tanstack/react-query';
import { read } from './client';
import type { Vocabularies } from './shapes';

type Term = Vocabularies['items'][number]['terms'][number];
export type Words = {
  /** Whether the words are there, or cannot be had. */
  ready: boolean;
  terms: (vocabulary: string) => Term[];
  word: (vocabulary: string, code: string) => string;
  /** Why they cannot be had, and trying again. */
  failure: Error | null;
  retry: () => void;
  /** Which states a status may move to from each. */
  moves: (vocabulary: string) => Record<string, string[]> | undefined;
};

/** The words of the registry's codes; until they are read, or where one is missing, the code itself in words. */
export function useWords(): Words {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['vocabularies'],
    queryFn: ({ signal }) => read<Vocabularies>('/api/v1/vocabularies', signal),
    staleTime: Infinity,
  });
  const terms = (name: string) => data?.items.find((v) => v.name === name)?.terms ?? [];
  const word = (name: string, code: string) =>
    terms(name).find((t) => t.code === code)?.label ?? code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
  const moves = (name: string) => data?.items.find((v) => v.name === name)?.moves ?? undefined;
  return { terms, word, moves, ready: !isPending, failure: data ? null : error, retry: () => void refetch() };
}
