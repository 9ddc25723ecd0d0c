// usage: node tree_in_ag_psd.cjs FOLDER_OF_AG_PSD FILE: prints the names of all layers, top first.
const fs = require("fs");
const { readPsd } = require(process.argv[2]);

const psd = readPsd(fs.readFileSync(process.argv[3]), {
  skipLayerImageData: true,
  skipCompositeImageData: true,
  skipThumbnail: true,
  strict: true,
});
const names = [];
const collect = (layers) => {
  for (const layer of [...(layers || [])].reverse()) {
    names.push(layer.name);
    collect(layer.children);
  }
};
collect(psd.children);
console.log(JSON.stringify(names));
