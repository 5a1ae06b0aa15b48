import type { LocalFile } from '../../uploads/local-file.ts';
import { ProgressBar } from '../tray/progress-bar.tsx';
import { useProgress } from '../tray/use-upload.ts';
import { useUploads } from '../../messages/outbox/use-outbox.ts';
import { useViewer } from '../../session/viewer.ts';
import { Button } from '../../ui/button.tsx';

export interface SendingFilesProps {
  readonly files: readonly LocalFile[];
  readonly onCancel: () => void;
}

/** Below a message whose files are still on their way. */
export function SendingFiles({ files, onCancel }: SendingFilesProps) {
  const { uploads } = useUploads(useViewer().id);
  const percent = useProgress(uploads, files);
  return (
    <div className="my-1 flex w-80 max-w-full items-center gap-3 text-meta text-muted">
      <div className="min-w-0 flex-1">
        <span className="tabular-nums">Uploading · {percent} %</span>
        <ProgressBar label="Uploading" percent={percent} />
      </div>
      <Button className="text-meta" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
