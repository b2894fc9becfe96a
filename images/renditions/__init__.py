"""Every picture in the sizes and formats of each place where it is shown.

`places` says where pictures stand, `specs` what that makes of one picture, `shown` what a template gets of it; these
are pure. `asking` notes what was missing, `making` makes it in a job, `pruning` takes away what nothing can show.
"""
