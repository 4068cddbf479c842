/** What `breachscope help` prints. */
export const HELP = `breachscope: what a leaked server exposed, and what its records say about two parties' claims

  run [CASE]          input (or the case's synthetic worlds), results, figures, notebooks, brief, in out/
      --data FILE…    your own input: JSON of any form, CSV, Parquet; plain, gz, zst, zip, tar; files or folders
      --drawn KIND    how it came to be: census, census-claimed, srs-people, srs-records, cluster,
                      stratified, two-captures, first-n, truncated-scroll, own-accounts, unknown
      --proof FILE    what proves it (proof.json); --population N where the size of the population is known
      --world NAME    one world of the case, not all; --people N people drawn for it (else everybody in the default
                      world, a tenth in the others; --quick 24,000 in each); --seed S
      --out DIR       instead of out/
  inspect FILE…       fields, categories and people of any input, no case needed
  reconcile CASE      the claims against an input (--data as above), no notebooks;
                      without an input, what the public record alone settles
  review CASE --claim ID  shows the records that a claim rests on, one by one and masked, on a terminal only; keeps
                      yes, no or planted (--data as above, else the last run's; --reviewer NAME; --review FILE)
  plan CASE           which evidence would settle which claim, and how many people a draw would need (--out DIR)
  world CASE NAME     writes a synthetic world with its truth (--people, --population, --seed, --out)
      --format LIST   ndjson, csv, parquet, es-bulk, es-hits, elasticdump; all but parquet also with .gz
      --shard I/N     only part I of N of the same world
      --second        also the second database that overlaps it, in the folder second/
      --logs MEAN     log documents a person, instead of one for ten people; up to 753 as reported
      --design KIND   draws --people N units (people, documents) as census, srs-people, srs-records, cluster,
                      stratified, two-captures, first-n, truncated-scroll or own-accounts, with the proof of it
  forget FILE… | --all  deletes the private working copies of these inputs, or all of them
  help                this page

  everywhere: --json one document on standard output · --label NAME shown for the input · --truth FILE the input is a
  synthetic world · --field PATH=CATEGORY · --keep the working copy longer than seven days ·
  --time-limit SECONDS for the whole command · --exact (with --json) the
  private document, for your own eyes
`;
