/** One thing that somebody said in a log. */
export interface LogMessage {
  /** The line's number in the file, counted from 0, as annotations count. */
  line: number;
  /** Minutes since the first day's midnight; it goes on growing when the clock passes midnight. */
  minute: number;
  nick: string;
  text: string;
  /** The line that this one answers, if somebody found out. */
  answersLine: number | null;
}

export interface Log {
  messages: LogMessage[];
  /** Lines by the server itself: who came, who left. Nobody said them. */
  systemLines: number;
  /** Numbers of lines that are none of what a log may hold. */
  unreadableLines: number[];
  /** Answers to a second line: a message can reply to one only. */
  furtherAnswers: number;
}

const said = /^\[(\d\d):(\d\d)\] (.*)$/s;
const spoken = /^<([^>]+)>(?: (.*))?$/s;
// Actions and notices are sent as the log writes them ("* nick waves", "-nick:#channel- text"), so that they can be told apart.
const action = /^ \* (\S+)/;
const notice = /^-([^\s:]+):[^\s-]+-/;
const minutesInDay = 24 * 60;

/** Reads a log and, where there are any, the annotations that say which line answers which. */
export function parseLog(log: string, annotations = ''): Log {
  const { answers, furtherAnswers } = parseAnnotations(annotations);
  const parsed: Log = { messages: [], systemLines: 0, unreadableLines: [], furtherAnswers };
  let day = 0;
  let lastMinute = 0;

  for (const [line, text] of linesOf(log).entries()) {
    const message = parseLine(text);
    if (text.startsWith('===')) parsed.systemLines++;
    else if (!message) parsed.unreadableLines.push(line);
    else {
      // A clock that goes back by hours has passed midnight; by less, somebody has set it.
      if (message.minute < lastMinute - minutesInDay / 2) day++;
      lastMinute = message.minute;
      const minute = day * minutesInDay + message.minute;
      parsed.messages.push({ ...message, line, minute, answersLine: answers.get(line) ?? null });
    }
  }
  return parsed;
}

function parseLine(text: string): Pick<LogMessage, 'minute' | 'nick' | 'text'> | null {
  const [, hours, minutes, rest] = said.exec(text) ?? [];
  if (rest === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  const [, speaker, words = ''] = spoken.exec(rest) ?? [];
  if (speaker !== undefined) return { minute, nick: speaker, text: words };
  const nick = (action.exec(rest) ?? notice.exec(rest))?.[1];
  return nick === undefined ? null : { minute, nick, text: rest };
}

/** `A B -` says that line B answers line A; with A = B, B starts a conversation. */
function parseAnnotations(annotations: string) {
  const answers = new Map<number, number>();
  let furtherAnswers = 0;
  for (const annotation of linesOf(annotations)) {
    const [answered, answering] = annotation.split(' ').map(Number);
    if (answered === undefined || answering === undefined || !(answered < answering)) continue;
    // Who answers several lines at once replies to the latest of them here.
    const other = answers.get(answering);
    if (other !== undefined) furtherAnswers++;
    answers.set(answering, Math.max(answered, other ?? 0));
  }
  return { answers, furtherAnswers };
}

/** Splits at line feeds alone: a person's words may hold other separators. */
function linesOf(file: string): string[] {
  const lines = file.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
