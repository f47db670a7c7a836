rec {
  inherit (builtins) all any concatLists concatMap elem elemAt filter foldl' genList head isList length map partition sort tail;
  singleton = x: [ x ];
  optional = condition: x: if condition then [ x ] else [ ];
  optionals = condition: xs: if condition then xs else [ ];
  toList = x: if isList x then x else [ x ];
  flatten = x: if isList x then concatMap flatten x else [ x ];
  imap0 = f: xs: genList (n: f n (elemAt xs n)) (length xs);
  imap1 = f: xs: genList (n: f (n + 1) (elemAt xs n)) (length xs);
  range = first: last: if first > last then [ ] else genList (n: first + n) (last - first + 1);
  take = count: xs: genList (elemAt xs) (if count < length xs then count else length xs);
  drop = count: xs: if count >= length xs then [ ] else genList (n: elemAt xs (n + count)) (length xs - count);
  last = xs: elemAt xs (length xs - 1);
  init = xs: take (length xs - 1) xs;
  reverseList = xs: genList (n: elemAt xs (length xs - n - 1)) (length xs);
  foldr = f: zero: xs: foldl' (rest: x: f x rest) zero (reverseList xs);
  fold = foldr;
  findFirst = predicate: default: xs: let found = filter predicate xs; in if found == [ ] then default else head found;
  unique = foldl' (seen: x: if elem x seen then seen else seen ++ [ x ]) [ ];
  subtractLists = gone: filter (x: !elem x gone);
  remove = gone: filter (x: x != gone);
  count = predicate: foldl' (n: x: if predicate x then n + 1 else n) 0;
  zipLists = xs: ys: genList (n: {
    fst = elemAt xs n;
    snd = elemAt ys n;
  }) (if length xs < length ys then length xs else length ys);
}
