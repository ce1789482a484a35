// The 22 competences and six levels of DigCompEdu (JRC107466, 2017), in Romania the annex to OME 4150/2022. Names: messages, `terms`.
export const competenceCodes = [
  '1.1', '1.2', '1.3', '1.4',
  '2.1', '2.2', '2.3',
  '3.1', '3.2', '3.3', '3.4',
  '4.1', '4.2', '4.3',
  '5.1', '5.2', '5.3',
  '6.1', '6.2', '6.3', '6.4', '6.5',
] as const
export type CompetenceCode = (typeof competenceCodes)[number]

export const competenceLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export type CompetenceLevel = (typeof competenceLevels)[number]

/** Where the name of a competence stands in the messages: `term(t, competenceTerm('1.3'))`. */
export function competenceTerm(code: string): string {
  return `competence.c${code.replace('.', '_')}`
}
