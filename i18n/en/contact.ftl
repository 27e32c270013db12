contact-room = Same room
contact-seat = Beside
contact-class = Same class
contact-other = Other
# $count (number)
contact-count = { $kind }: { $count }
contact-names = { $kind }: { $names }
contact-ill-since = { $name } ({ $day })
contact-ill = Ill since: { $people }
contact-watched = Watched until { $day }
contact-keep = Keep as contacts
# $count (number)
contact-proposed = Contacts { $count } (proposed, not kept yet)
# $count (number)
contact-kept = Contacts { $count }
contact-nobody = Nobody was near
contact-cli = Contacts of a case: proposed, or kept
contact-cli-case = Key of the case, see case list
contact-cli-keep = Keep all that are proposed
contact-cli-add = Keep one person
contact-cli-near = How near: room, seat, class or other
contact-cli-met = Last day on which they met (default: today)
contact-cli-until = Last day of watching (default: 7 days later)
contact-cli-remove = Remove one person
