import * as texts from '@goalkeeper/texts/shell-person'
import { signOut } from '@goalkeeper/contract/people'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { asApiError } from '../api/api-error.ts'
import { request } from '../api/request.ts'
import { session } from '../api/send.ts'
import classes from './sign-out.module.css'

/** Ends this session, here and at the provider where it has a page for that. */
export function SignOut() {
  const leave = useMutation({
    mutationFn: () => request(signOut, {}),
    onMutate: () => session.leave(true),
    onError: () => session.leave(false),
    onSuccess: ({ next }) => location.assign(next ?? '/signed-out'),
  })
  return (
    <div className={classes.out}>
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {texts.signOut}
      </Button>
      {leave.error && <span role="alert">{asApiError(leave.error).detail}</span>}
    </div>
  )
}
