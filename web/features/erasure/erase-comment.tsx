/** Beside a comment, for administrators: takes it out of the conversation for good. */
import { useState } from 'preact/hooks';
import type { Comment } from '../../../shared/document/read-comments.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { ErasureReason, whyNot } from './erasure-reason.tsx';
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
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { isBusy, failure, erase } = useErase(improvement, onClose);
  const submit = async () => {
    setTried(true);
    if (whyNot(reason, comment.text) !== undefined) return;
    await erase({ type: 'comment', comment: comment.id }, reason);
  };
  return (
    <FormSheet
      title={t('erase.commentTitle')}
      warning={t('erase.commentWarning')}
      failure={failure}
      answer={t('erase.now')}
      isBusy={isBusy}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      <blockquote class="erasure__comment">{comment.text}</blockquote>
      <ErasureReason value={reason} words={comment.text} isTried={isTried} onInput={setReason} />
    </FormSheet>
  );
}
