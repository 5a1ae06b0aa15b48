// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Quoted } from '../list/row.ts';
import { readDraft, subscribeToDrafts, writeDraft } from './drafts.ts';
import { toggleMark } from './format.ts';

describe('drafts', () => {
  beforeEach(() => localStorage.clear());

  const replyTo: Quoted = {
    __typename: 'Message',
    id: 'msg_1',
    seq: 1,
    body: 'hi',
    deletedAt: null,
    attachments: [],
    author: null,
  };

  it('are kept for each account and thread, and go when empty', () => {
    writeDraft('usr_a', 'thr_1', { body: 'hello', replyTo });
    writeDraft('usr_a', 'thr_2', { body: 'there', replyTo: null });
    expect(readDraft('usr_a', 'thr_1')).toEqual({ body: 'hello', replyTo, edit: null, files: [] });
    expect(readDraft('usr_b', 'thr_1')).toBeUndefined();
    writeDraft('usr_a', 'thr_1', { body: '  ', replyTo: null });
    expect(readDraft('usr_a', 'thr_1')).toBeUndefined();
    expect(readDraft('usr_a', 'thr_2')?.body).toBe('there');
  });

  it('keep words and files apart: who writes the ones leaves the others', () => {
    const files = [{ key: 'a', name: 'a.txt', contentType: 'text/plain', attachmentId: null }];
    writeDraft('usr_a', 'thr_1', { files });
    writeDraft('usr_a', 'thr_1', { body: 'hello', replyTo: null });
    expect(readDraft('usr_a', 'thr_1')).toEqual({ body: 'hello', replyTo: null, edit: null, files });
    writeDraft('usr_a', 'thr_1', { body: '' });
    expect(readDraft('usr_a', 'thr_1')?.files).toEqual(files);
    writeDraft('usr_a', 'thr_1', { files: [] });
    expect(readDraft('usr_a', 'thr_1')).toBeUndefined();
  });

  it('tell who listens, and do not trip over foreign text', () => {
    let calls = 0;
    const stop = subscribeToDrafts(() => (calls += 1));
    writeDraft('usr_a', 'thr_1', { body: 'a', replyTo: null });
    stop();
    writeDraft('usr_a', 'thr_1', { body: 'b', replyTo: null });
    expect(calls).toBe(1);
    for (const text of ['{', '3', 'null', '{"body":3}']) {
      localStorage.setItem('parley-draft:usr_a:thr_1', text);
      expect(readDraft('usr_a', 'thr_1')).toBeUndefined();
    }
    localStorage.setItem(
      'parley-draft:usr_a:thr_1',
      '{"body":"a","replyTo":{"id":"msg_1"},"edit":{"body":"b"},"files":[null,3,{"key":"a"}]}',
    );
    expect(readDraft('usr_a', 'thr_1')).toEqual({ body: 'a', replyTo: null, edit: null, files: [] });
  });
});

describe('bold and italic', () => {
  it('go around the selection and away again', () => {
    const bold = toggleMark({ text: 'a word b', start: 2, end: 6 }, '**');
    expect(bold).toEqual({ text: 'a **word** b', start: 4, end: 8 });
    expect(toggleMark(bold, '**')).toEqual({ text: 'a word b', start: 2, end: 6 });
  });

  it('italic inside bold adds its own mark', () => {
    expect(toggleMark({ text: '**word**', start: 2, end: 6 }, '*').text).toBe('***word***');
  });

  it('an empty selection gets a pair to type into', () => {
    expect(toggleMark({ text: '', start: 0, end: 0 }, '*')).toEqual({ text: '**', start: 1, end: 1 });
  });
});
