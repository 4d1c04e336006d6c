/** Beside a comment, for administrators: takes it out of the conversation for good. */
import { useState } from 'preact/hooks';
import type { Comment } from '../../../shared/document/read-comments.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';
import { useErase } from './use-erase.ts';
import './erasure.css';

type EraseCommentProps = { readonly improvement: OpenImprovement; readonly comment: Comment };

export function EraseComment({ improvement, comment }: EraseCommentProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="close" label={t('erase.comment')} onClick={() => setOpen(true)} />
      {isOpen && (
        <EraseCommentSheet
          improvement={improvement}
          comment={comment}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type EraseCommentSheetProps = EraseCommentProps & { readonly onClose: () => void };

function EraseCommentSheet({ improvement, comment, onClose }: EraseCommentSheetProps) {
  const { t } = useWords();
  const { isBusy, failure, erase } = useErase(improvement, onClose);
  return (
    <Sheet title={t('erase.commentTitle')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="erasure">
        <Notice tone="danger" icon="warning" text={t('erase.commentWarning')} />
        {failure !== undefined && (
          <Notice tone="danger" icon="warning" role="alert" text={failure} />
        )}
        <blockquote class="erasure__comment">{comment.text}</blockquote>
        <div class="erasure__actions">
          <Button
            disabled={isBusy}
            onClick={() => void erase({ type: 'comment', comment: comment.id })}
          >
            {t('erase.now')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('decide.cancel')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
