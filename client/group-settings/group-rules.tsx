import type { GroupSettings_threadFragment } from '../generated/graphql.ts';
import type { ViewerCan } from '../groups/viewer-can.ts';
import { SelectField } from '../ui/select-field.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { toast } from '../ui/toast.tsx';
import { durationIn, windowChoices } from './edit-window.ts';
import { type Settings, useGroupKeeping } from './use-group-keeping.ts';

type Props = { group: GroupSettings_threadFragment; can: ViewerCan };

/** Who may do what in the group: to be set by who may, and to be read by everybody else. */
export function GroupRules({ group, can }: Props) {
  const { update } = useGroupKeeping(group.id);
  const change = (wanted: Settings) =>
    void update(wanted).then((reason) => reason !== null && toast(`Couldn't change it. ${reason}`));
  const adminsPost = group.whoMayPost === 'ADMINS';
  const everybodyAdds = group.whoMayAdd === 'EVERYBODY';
  const everybodyCalls = group.whoMayCallAll === 'EVERYBODY';
  return (
    <section aria-labelledby="rules-heading" className="flex flex-col gap-2">
      <h3 id="rules-heading" className="font-semibold">
        Settings
      </h3>
      {can.setRules ? (
        <>
          <SwitchField
            label="Only admins write"
            hint="Everybody else reads."
            checked={adminsPost}
            onChange={(checked) => change({ whoMayPost: checked ? 'ADMINS' : 'EVERYBODY' })}
          />
          <SwitchField
            label="Everybody adds people"
            hint="Links into the group stay with you and the admins."
            checked={everybodyAdds}
            onChange={(checked) => change({ whoMayAdd: checked ? 'EVERYBODY' : 'ADMINS' })}
          />
          <SwitchField
            label="Everybody uses @all"
            hint="Otherwise only the owner and admins can."
            checked={everybodyCalls}
            onChange={(checked) => change({ whoMayCallAll: checked ? 'EVERYBODY' : 'ADMINS' })}
          />
          <SwitchField
            label="Newcomers see what was said before"
            hint="Off, they see what comes after them. Who is here sees what they saw."
            checked={group.historyVisible}
            onChange={(historyVisible) => change({ historyVisible })}
          />
          <SelectField
            className="mt-1"
            label="Messages can be edited and deleted"
            value={String(group.editWindowSeconds ?? 0)}
            onChange={(seconds) => change({ editWindowSeconds: Number(seconds) })}
            choices={windowChoices(group.editWindowSeconds)}
          />
        </>
      ) : (
        <ul className="flex flex-col gap-1 text-muted">
          <li>{adminsPost ? 'Only the owner and admins write.' : 'Everybody writes.'}</li>
          <li>{everybodyAdds ? 'Everybody adds people.' : 'The owner and admins add people.'}</li>
          <li>{everybodyCalls ? 'Everybody can use @all.' : 'Only the owner and admins can use @all.'}</li>
          <li>
            {group.historyVisible
              ? 'Newcomers see what was said before.'
              : 'Newcomers see what comes after them.'}
          </li>
          <li>
            {group.editWindowSeconds === null
              ? 'Messages can be edited and deleted at any time.'
              : `Messages can be edited and deleted for ${durationIn(group.editWindowSeconds)}.`}
          </li>
        </ul>
      )}
    </section>
  );
}
